import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './processes.mjs';

const SERVER = process.env.TEST_MYSQL_URL ?? 'mariadb://root@127.0.0.1:3306';
const CONNECT_TIMEOUT_MS = 3000;

async function withConnection(url, work) {
  const mysql = createRequire(path.join(ROOT, 'server/package.json'))('mysql2/promise');
  const connection = await mysql.createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/**
 * A database of this run's own on the MySQL or MariaDB server of `TEST_MYSQL_URL` (MariaDB without a password here, when unset).
 * @returns {Promise<{url: string, drop: () => Promise<void>} | {reason: string}>} the reason when no server answers
 */
export async function mysqlDatabaseForThisRun() {
  const url = new URL(SERVER);
  const name = `guihu_test_${randomBytes(5).toString('hex')}`;
  url.pathname = `/${name}`;
  try {
    await withConnection(url, (connection) =>
      connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`),
    );
  } catch (error) {
    return { reason: `no MySQL or MariaDB to use at ${url.host}: ${error.message || error.code}` };
  }
  return { url: url.toString(), drop: () => dropAll(url, name) };
}

/** Spec files derive names of their own from the run's; a killed worker leaves them behind. */
function dropAll(url, name) {
  return withConnection(url, async (connection) => {
    const [rows] = await connection.query('SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE ?', [
      `${name.replaceAll('_', '\\_')}%`,
    ]);
    for (const row of rows) await connection.query(`DROP DATABASE \`${row.name}\``);
  });
}
