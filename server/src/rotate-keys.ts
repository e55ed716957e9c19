import 'reflect-metadata';
import { ConfigError, readConfig } from './config/config';
import { FieldCipher } from './platform/crypto/field-cipher';
import { rotateKeys } from './platform/crypto/key-rotation';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';
import { schema } from './schema';

/** `npm run keys:rotate`: after the new key was put first in FIELD_KEYS and every process was started with it. */
async function main(): Promise<void> {
  const config = readConfig();
  const cipher = new FieldCipher(config);
  const dataSource = await openDataSource(dataSourceOptions(config, schema));
  try {
    const reports = await rotateKeys(dataSource, cipher);
    for (const { table, column, resealed, current, unreadable } of reports) {
      process.stdout.write(
        `${table}.${column}: ${resealed} sealed again with ${cipher.currentKeyId}, ${current} were already, ${unreadable.length} unreadable\n`,
      );
      for (const id of unreadable) process.stderr.write(`${table} ${id}: no key of FIELD_KEYS opens it\n`);
    }
    const lost = reports.reduce((sum, { unreadable }) => sum + unreadable.length, 0);
    process.stdout.write(
      lost === 0
        ? 'Nothing is left under an older key; it may be dropped.\n'
        : `${lost} left: keep the older keys until they are looked at.\n`,
    );
    if (lost > 0) process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error.stack}\n`);
  process.exit(1);
});
