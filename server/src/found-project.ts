import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { beijingDate } from '@guihu/shared';
import { prepare } from './bootstrap';
import { ConfigError, readConfig } from './config/config';
import { FieldCipher } from './platform/crypto/field-cipher';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';
import { isDuplicate } from './platform/database/database';
import { schema } from './schema';
import { faultsOfProjectFile, foundProject, type ProjectFile } from './seeds/project-file';

/** `node dist/found-project.js project.json`: the first project of a new installation, with its people. */
async function main(): Promise<void> {
  const [path] = process.argv.slice(2);
  if (!path) throw new ConfigError('Name the project file: node dist/found-project.js project.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as ProjectFile;
  const faults = faultsOfProjectFile(file);
  if (faults.length > 0) throw new ConfigError(`The file was not used:\n- ${faults.join('\n- ')}`);
  const config = readConfig();
  const clock = await prepare(config);
  const dataSource = await openDataSource(dataSourceOptions(config, schema));
  try {
    const founded = await dataSource.transaction((tx) => foundProject(tx, new FieldCipher(config), file, beijingDate(clock.now())));
    process.stdout.write(`${file.project.name} stands, with ${founded.staff} colleagues (project ${founded.projectId}).\n`);
  } catch (error) {
    throw isDuplicate(error)
      ? new ConfigError('A project with this code, or a colleague with one of these phones, is already there. Nothing was written.')
      : error;
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError || error instanceof SyntaxError ? error.message : error.stack}\n`);
  process.exit(1);
});
