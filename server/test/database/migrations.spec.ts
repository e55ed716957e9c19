import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/config';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { schema } from '../../src/schema';
import { freshDatabase, type TestDatabase } from '../support/database';

describe('the migrated schema', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = await openDataSource(dataSourceOptions(readConfig({ DATABASE_URL: database.url, DATA_DIR: '/tmp/guihu-test' }), schema));
    await dataSource.runMigrations({ transaction: 'each' });
  });

  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  it('equals the entities', async () => {
    const difference = await dataSource.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map((q) => q.query)).toEqual([]);
  });

  it('would notice an entity that no migration made', async () => {
    const table = dataSource.getMetadata('leads');
    const column = table.columns.find((c) => c.databaseName === 'note');
    if (!column) throw new Error('the lead has no note');
    column.length = '501';
    const difference = await dataSource.driver.createSchemaBuilder().log();
    column.length = '500';
    expect(difference.upQueries.length).toBeGreaterThan(0);
  });

  it('goes down to nothing and up again', async () => {
    for (let i = schema.migrations.length; i > 0; i--) await dataSource.undoLastMigration({ transaction: 'each' });
    const runner = dataSource.createQueryRunner();
    const left = await Promise.all(
      dataSource.entityMetadatas.map(async (m) => ((await runner.hasTable(m.tableName)) ? m.tableName : null)),
    );
    if (dataSource.options.type !== 'better-sqlite3') await runner.release();
    expect(left.filter(Boolean)).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
  });
});
