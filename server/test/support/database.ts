import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import type { DatabaseTarget } from '../../src/config/config';

export interface TestDatabase {
  target: DatabaseTarget;
  /** For `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one spec file: SQLite unless `DATABASE_URL` names a MySQL or MariaDB server. */
export async function freshDatabase(): Promise<TestDatabase> {
  const base = process.env.DATABASE_URL;
  if (!base || base.startsWith('sqlite:')) return freshSqlite();
  const server = new URL(base);
  const kind = server.protocol.replace(':', '') as 'mysql' | 'mariadb';
  const name = `${server.pathname.slice(1) || 'guihu_test'}_${randomBytes(5).toString('hex')}`;
  await admin(server, `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  server.pathname = `/${name}`;
  const url = server.toString();
  return { target: { kind, url }, url, drop: () => admin(server, `DROP DATABASE \`${name}\``) };
}

function freshSqlite(): TestDatabase {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-test-'));
  const file = path.join(folder, 'test.sqlite');
  return { target: { kind: 'sqlite', file }, url: `sqlite:${file}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function admin(server: URL, sql: string): Promise<void> {
  const connection = await mysql.createConnection({
    host: server.hostname,
    port: Number(server.port || 3306),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
