import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import type { Config } from '../../config/config';
import { SnakeNaming } from './naming';

type EntityClass = abstract new (...args: never[]) => unknown;
type Migration = new () => { up(runner: unknown): Promise<void>; down(runner: unknown): Promise<void> };

export interface Schema {
  entities: readonly (EntityClass | EntitySchema)[];
  migrations: readonly Migration[];
}

/** Options for the configured database; entities and migrations are handed in by the wiring. */
export function dataSourceOptions(config: Config, schema: Schema): DataSourceOptions {
  const common = {
    entities: [...schema.entities] as never[],
    migrations: [...schema.migrations] as never[],
    migrationsTableName: 'schema_migrations',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    logging: false,
  };
  if (config.database.kind === 'sqlite') {
    mkdirSync(path.dirname(config.database.file), { recursive: true });
    return {
      ...common,
      type: 'better-sqlite3',
      database: config.database.file,
      enableWAL: true,
      statementCacheSize: 200,
    } as DataSourceOptions;
  }
  const options = { ...common, type: config.database.kind, url: config.database.url, charset: 'utf8mb4_unicode_ci', timezone: 'Z' };
  return withConnections(options as DataSourceOptions, config.databasePoolSize);
}

/** The same database over `most` connections of MySQL or MariaDB. */
export const withConnections = (options: DataSourceOptions, most: number): DataSourceOptions =>
  ({ ...options, poolSize: most, extra: { connectionLimit: most, maxPreparedStatements: 500 } }) as DataSourceOptions;

const SESSION_SETTINGS = [
  // Takes no gap locks: workers that claim jobs do not block those that add them.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  // Lists have an index that holds their order. Crossing it with a second one loses the order and reads years of rows for one page.
  `SET SESSION optimizer_switch = 'index_merge_intersection=off'`,
];

/** Opens the database with the session settings the code relies on. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  if (options.type === 'better-sqlite3') {
    await dataSource.query('PRAGMA foreign_keys = ON');
    await dataSource.query('PRAGMA busy_timeout = 5000');
    await dataSource.query('PRAGMA synchronous = NORMAL');
    return dataSource;
  }
  const pool = (dataSource.driver as unknown as { pool: { on(event: 'connection', f: (c: { query(sql: string): void }) => void): void } })
    .pool;
  pool.on('connection', (connection) => {
    for (const setting of SESSION_SETTINGS) connection.query(setting);
  });
  // The connection that opening has made is idle in the pool and did not hear of it.
  for (const setting of SESSION_SETTINGS) await dataSource.query(setting);
  return dataSource;
}
