import { CustomerMerges } from '../../src/modules/registers/customer';
import { startApp, type TestApp } from '../support/app';

/** What happened to each lead, its offers and its decisions stay that lead's own history. */
const OWN_HISTORY = ['lead_events.lead_id', 'lead_offers.lead_id', 'routing_decisions.lead_id'];

/** Columns that name a customer without a foreign key, and why none of them has to move. */
const NAMED_ELSEWHERE = ['customer_merges.former_id'];

interface Pointer {
  column: string;
  to: string;
}

async function foreignKeys(world: TestApp): Promise<Pointer[]> {
  if (world.database.dialect === 'mysql')
    return world.database.rows<Pointer>(
      `SELECT CONCAT(table_name, '.', column_name) AS \`column\`, referenced_table_name AS \`to\`
       FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL`,
    );
  const tables = await world.database.rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const pointers: Pointer[] = [];
  for (const { name } of tables)
    for (const key of await world.database.rows<{ from: string; table: string }>(`PRAGMA foreign_key_list('${name}')`))
      pointers.push({ column: `${name}.${key.from}`, to: key.table });
  return pointers;
}

describe('the columns that name a customer', () => {
  let world: TestApp;
  let pointers: Pointer[];

  beforeAll(async () => {
    world = await startApp();
    pointers = await foreignKeys(world);
  });
  afterAll(() => world?.stop());

  const covered = (of: (part: CustomerMerges['parts'][number]) => readonly string[]) =>
    world.app.get(CustomerMerges).parts.flatMap(of).sort();

  it('are each brought to the survivor by exactly one part of the merge', () => {
    const named = pointers.filter(({ to }) => to === 'customers').map(({ column }) => column);
    expect(named.length).toBeGreaterThan(20);
    expect(covered((part) => Object.keys(part.columns))).toEqual(named.sort());
  });

  it('all have a foreign key, so that the database refuses a merge that forgot one', () => {
    const spelled = world.database.dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns
        .filter(({ databaseName }) => /(^|_)(customer|referrer|friend|person|former)_id$/.test(databaseName))
        .map(({ databaseName }) => `${tableName}.${databaseName}`),
    );
    const keyed = pointers.filter(({ to }) => to === 'customers').map(({ column }) => column);
    expect(spelled.filter((column) => !keyed.includes(column))).toEqual(NAMED_ELSEWHERE);
  });

  it('and those that follow a joined lead are named as well, or are its own history', () => {
    const toLeads = pointers.filter(({ to }) => to === 'leads').map(({ column }) => column);
    expect([...covered((part) => part.follows?.leads ?? []), ...OWN_HISTORY].sort()).toEqual(toLeads.sort());
  });
});
