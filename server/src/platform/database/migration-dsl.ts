import { type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

interface ColumnSpec {
  type: string;
  length?: string;
  nullable?: boolean;
  primary?: boolean;
  default?: string;
}

/** Column types that mean the same on MySQL, MariaDB and SQLite. */
export const id = (): ColumnSpec => ({ type: 'varchar', length: '36', primary: true });
export const ref = (): ColumnSpec => ({ type: 'varchar', length: '36' });
export const text = (length: number): ColumnSpec => ({ type: 'varchar', length: String(length) });
export const int = (): ColumnSpec => ({ type: 'int' });
export const big = (): ColumnSpec => ({ type: 'bigint' });
export const instant = big;
export const flag = (): ColumnSpec => ({ type: 'boolean' });
export const json = (): ColumnSpec => ({ type: 'text' });
export const longText = (): ColumnSpec => ({ type: 'longtext' });
export const optional = (column: ColumnSpec): ColumnSpec => ({ ...column, nullable: true });
export const primary = (column: ColumnSpec): ColumnSpec => ({ ...column, primary: true });
export const withDefault = (column: ColumnSpec, value: string): ColumnSpec => ({ ...column, default: value });

interface TableSpec {
  columns: Record<string, ColumnSpec>;
  indices?: string[][];
  unique?: string[][];
  /** Column → table it points to, always to its `id`. */
  references?: Record<string, string>;
}

/** Creates one table with its indices and foreign keys, named as the entities' metadata names them. */
export async function createTable(runner: QueryRunner, name: string, spec: TableSpec): Promise<void> {
  const sqlite = runner.connection.options.type === 'better-sqlite3';
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(spec.columns).map(([column, c]) => ({
        name: column,
        ...c,
        type: nativeType(c.type, sqlite),
        isPrimary: c.primary ?? false,
        isNullable: c.nullable ?? false,
      })),
      indices: [
        ...(spec.indices ?? []).map((columnNames) => new TableIndex({ columnNames })),
        ...(spec.unique ?? []).map((columnNames) => new TableIndex({ columnNames, isUnique: true })),
      ],
      foreignKeys: Object.entries(spec.references ?? {}).map(
        ([column, table]) =>
          new TableForeignKey({
            columnNames: [column],
            referencedTableName: table,
            referencedColumnNames: ['id'],
            onDelete: 'NO ACTION',
            onUpdate: 'NO ACTION',
          }),
      ),
    }),
  );
}

/**
 * Adds a column that may be empty or has a default, with no foreign key: rows that stand keep standing. Said in plain words, because the
 * schema builder would copy the whole table on SQLite, and could not while others point to its rows.
 */
export async function addColumn(runner: QueryRunner, table: string, column: string, spec: ColumnSpec): Promise<void> {
  if (!spec.nullable && spec.default === undefined) throw new Error(`${table}.${column} must be optional or have a default`);
  const type = nativeType(spec.type, runner.connection.options.type === 'better-sqlite3') + (spec.length ? `(${spec.length})` : '');
  const rest = spec.nullable ? 'NULL' : `NOT NULL DEFAULT ${spec.default}`;
  await runner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${column}\` ${type} ${rest}`);
}

export async function dropColumn(runner: QueryRunner, table: string, column: string): Promise<void> {
  await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${column}\``);
}

/** Drops tables in the given order, dependants first. */
export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}

function nativeType(type: string, sqlite: boolean): string {
  if (type === 'longtext') return sqlite ? 'text' : 'longtext';
  if (type === 'boolean') return sqlite ? 'boolean' : 'tinyint';
  if (type === 'int') return sqlite ? 'integer' : 'int';
  return type;
}

/** An index on a table that stands already, named as the entities' metadata names it. */
export const addIndex = (runner: QueryRunner, table: string, columnNames: string[], isUnique = false): Promise<void> =>
  runner.createIndex(table, new TableIndex({ columnNames, isUnique }));

export async function dropIndex(runner: QueryRunner, table: string, columnNames: string[]): Promise<void> {
  await runner.dropIndex(table, runner.connection.namingStrategy.indexName(table, columnNames));
}
