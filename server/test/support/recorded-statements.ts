import type { DataSource, Logger } from 'typeorm';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/** Every distinct statement that the application sends while `work` runs, with the values of its first time. */
export async function recordStatements(dataSource: DataSource, work: () => Promise<unknown>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  await listening(dataSource, work, (sql, parameters) => {
    const shape = sql.replace(/\s+/g, ' ').replace(/\((\s*\?,?)+\)/g, '(?)');
    if (!seen.has(shape)) seen.set(shape, { sql, parameters: Array.isArray(parameters) ? parameters : [] });
  });
  return [...seen.values()];
}

/** How many statements the application sends while `work` runs, repeated ones included. */
export async function countStatements(dataSource: DataSource, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  await listening(dataSource, work, () => {
    count += 1;
  });
  return count;
}

async function listening(dataSource: DataSource, work: () => Promise<unknown>, hear: Logger['logQuery']): Promise<void> {
  const silent = () => {};
  const recorder: Logger = {
    logQuery: hear,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const before = dataSource.logger;
  Object.assign(dataSource, { logger: recorder });
  try {
    await work();
  } finally {
    Object.assign(dataSource, { logger: before });
  }
}
