import type { DataSource, Logger } from 'typeorm';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/** Every distinct statement that the application sends while `work` runs, with the values of its first time. */
export async function recordStatements(dataSource: DataSource, work: () => Promise<unknown>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  const silent = () => {};
  const recorder: Logger = {
    logQuery: (sql, parameters) => {
      const shape = sql.replace(/\s+/g, ' ').replace(/\((\s*\?,?)+\)/g, '(?)');
      if (!seen.has(shape)) seen.set(shape, { sql, parameters: Array.isArray(parameters) ? parameters : [] });
    },
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
  return [...seen.values()];
}
