import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { openDataSource, withConnections } from './data-source';

type Hook = () => void;

/** The row that keeps an answer for a repeated Idempotency-Key. */
export type AnswerRow = (answer: unknown) => Record<string, unknown>;

export const ANSWERS = 'idempotency_keys';

const DEADLOCK_RETRIES = 4;
const CONNECTIONS_ASIDE = 2;

/**
 * The door to the database. A use case is one transaction whose return value is its answer; what must follow a commit
 * (waking workers) is hung on with `afterCommit` and does not run when the transaction rolls back.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly dialect: 'sqlite' | 'mysql';
  private readonly hooks = new WeakMap<EntityManager, Hook[]>();
  private readonly recorder = new AsyncLocalStorage<{ row: AnswerRow; used: boolean }>();
  private tail: Promise<unknown> = Promise.resolve();
  private besides: Promise<DataSource> | null = null;

  constructor(@InjectDataSource() readonly dataSource: DataSource) {
    this.dialect = dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
  }

  /** For reads outside a transaction. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * For what is remembered for everybody and asked for within transactions too: it is read on connections that no transaction ever
   * holds. On the common ones a crowd of transactions would wait for an answer that waits for one of them to end.
   */
  async aside(): Promise<EntityManager> {
    if (this.dialect === 'sqlite') return this.manager;
    this.besides ??= this.openAside();
    return (await this.besides).manager;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.besides?.catch(() => null))?.destroy();
  }

  /** Reads rows by a hand-written statement with `?` placeholders. */
  rows<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.dataSource.query(sql, [...parameters]);
  }

  /** One verb of one service, and its answer kept for a repeated Idempotency-Key. */
  useCase<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const answerRow = this.claimAnswerRow();
    if (!answerRow) return this.transaction(work);
    return this.transaction(async (tx) => {
      const answer = await work(tx);
      await insertRows(tx, ANSWERS, [answerRow(answer)]);
      return answer;
    });
  }

  /** For a use case that commits together with others: what keeps its answer, or null when nobody asked for that. */
  claimAnswerRow(): AnswerRow | null {
    const context = this.recorder.getStore();
    if (!context || context.used) return null;
    context.used = true;
    return context.row;
  }

  /** Runs `f` so that the first use case inside it keeps its answer within its own transaction. */
  keepingAnswer<T>(row: AnswerRow, f: () => Promise<T>): Promise<T> {
    return this.recorder.run({ row, used: false }, f);
  }

  /** Commits all of `work` or nothing; a deadlock victim is played again, and so is whoever points to a row that was just replaced. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await (this.dialect === 'sqlite' ? this.oneAtATime(() => this.attempt(work)) : this.attempt(work));
      } catch (error) {
        if (attempt > DEADLOCK_RETRIES || !(isLockConflict(error) || isOrphan(error))) throw error;
      }
    }
  }

  afterCommit(tx: EntityManager, hook: Hook): void {
    const list = this.hooks.get(tx);
    if (list) list.push(hook);
    else this.hooks.set(tx, [hook]);
  }

  private openAside(): Promise<DataSource> {
    const opened = openDataSource(withConnections(this.dataSource.options, CONNECTIONS_ASIDE));
    opened.catch(() => {
      this.besides = null;
    });
    return opened;
  }

  private async attempt<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    let hooks: Hook[] | undefined;
    const answer = await this.dataSource.transaction(async (tx) => {
      this.hooks.delete(tx); // SQLite hands out the same manager again
      const result = await work(tx);
      hooks = this.hooks.get(tx);
      this.hooks.delete(tx);
      return result;
    });
    for (const hook of hooks ?? []) hook();
    return answer;
  }

  /** SQLite has one connection, so its transactions queue up here instead of failing inside one another. */
  private oneAtATime<T>(f: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(f, f);
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}

function driverError(error: unknown): { code?: string; errno?: number } {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string; errno?: number }) : {};
}

function isLockConflict(error: unknown): boolean {
  const { errno, code } = driverError(error);
  // Another process wrote between our read and our write; within one, transactions queue up.
  if (code === 'SQLITE_BUSY_SNAPSHOT' || code === 'SQLITE_BUSY') return true;
  return errno === 1213 || errno === 1205 || errno === 1020;
}

/** Whether a unique constraint refused the row: somebody else was first. */
export function isDuplicate(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether a column refused a text as too long: some signs count as one for whoever writes them, and as two there. */
export const isTooLong = (error: unknown): boolean => driverError(error).errno === 1406;

/** Whether a foreign key refused the row: what it points to is not there, or not there any more. */
export function isOrphan(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return errno === 1452 || code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
}

/** Runs a hand-written UPDATE, INSERT or DELETE inside `tx` and answers how many rows it touched. */
export async function execute(tx: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  if (!tx.queryRunner) throw new Error('execute needs a transaction');
  const result = await tx.queryRunner.query(sql, [...parameters], true);
  return result.affected ?? 0;
}

/** Runs a hand-written SELECT inside `tx`. */
export function select<T>(tx: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
  return tx.query(sql, [...parameters]);
}

/** `(?, ?, ?)`, for an IN list or a row of VALUES. */
export const marks = (count: number): string => `(${Array(count).fill('?').join(', ')})`;

/**
 * Inserts rows of one table in one statement; column names are SQL names, objects are stored as JSON.
 * @param options.unlessThere a unique column: a row whose value is taken already is left out instead of refused.
 */
export async function insertRows(
  tx: EntityManager,
  table: string,
  rows: readonly Record<string, unknown>[],
  options: { unlessThere?: string } = {},
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const values = rows.flatMap((row) => columns.map((column) => plain(row[column])));
  const into = `${table} (${columns.map((c) => `\`${c}\``).join(', ')})`;
  const ending = options.unlessThere ? unlessThere(tx, options.unlessThere) : '';
  await tx.query(`INSERT INTO ${into} VALUES ${rows.map(() => marks(columns.length)).join(', ')}${ending}`, values);
}

const unlessThere = (tx: EntityManager, column: string): string =>
  tx.connection.options.type === 'better-sqlite3'
    ? ` ON CONFLICT (${column}) DO NOTHING`
    : ` ON DUPLICATE KEY UPDATE ${column} = ${column}`;

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
