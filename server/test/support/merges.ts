import { randomUUID } from 'node:crypto';
import type { CustomerMergePreview } from '@guihu/shared';
import type { Answer, Person, TestApp } from './app';
import { aLead, freshPhone, submit } from './leads';

export const REASON = '客户当面确认换了号码';

export const tryMerge = (person: Person, fromId: string, intoId: string, key: string = randomUUID()): Promise<Answer> =>
  person.post(`/api/staff/customers/${fromId}/merge`, { intoId, reason: REASON }, { 'idempotency-key': key });

/** Foresees the merge, carries it out and answers what was told; both say the same. */
export async function merge(world: TestApp, person: Person, fromId: string, intoId: string): Promise<CustomerMergePreview> {
  const foreseen: Answer<CustomerMergePreview> = await person.get(`/api/staff/customers/${fromId}/merge?into=${intoId}`);
  expect([foreseen.status, foreseen.body]).toEqual([200, expect.objectContaining({ moves: expect.any(Array) })]);
  const { status, body } = await tryMerge(person, fromId, intoId);
  expect([status, body]).toEqual([201, { ...foreseen.body, mergedAt: expect.any(String) }]);
  await world.travel('PT0S');
  return body;
}

/** Somebody who left a typed number in 云溪府; answers their customer and lead. */
export async function aCustomer(
  world: TestApp,
  given: Parameters<typeof aLead>[1] = {},
): Promise<{ id: string; leadId: string; phone: string; person: Person }> {
  const phone = given.phone ?? freshPhone();
  const person = await world.stranger(`m-${phone}`);
  const { status, body } = await submit(world, person, await aLead(world, { ...given, phone }));
  expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })]);
  await world.travel('PT0S');
  return { id: await customerOfLead(world, body.id), leadId: body.id, phone, person };
}

export async function customerOfLead(world: TestApp, leadId: string): Promise<string> {
  const [row] = await world.database.rows<{ customer_id: string }>('SELECT customer_id FROM leads WHERE id = ?', [leadId]);
  return row?.customer_id as string;
}

/** Where an id is still written, as `table.column`, in any column of any table. */
export async function tracesOf(world: TestApp, id: string): Promise<string[]> {
  const found: string[] = [];
  for (const { tableName, columns } of world.database.dataSource.entityMetadatas)
    for (const { databaseName } of columns) {
      const [row] = await world.database.rows<{ many: number | string }>(
        `SELECT COUNT(*) AS many FROM \`${tableName}\` WHERE \`${databaseName}\` LIKE ?`,
        [`%${id}%`],
      );
      if (Number(row?.many ?? 0) > 0) found.push(`${tableName}.${databaseName}`);
    }
  return found.sort();
}
