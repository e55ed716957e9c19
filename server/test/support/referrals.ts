import type { MyReferral, ReferralReceipt, StaffReferralDetail, VerdictView } from '@guihu/shared';
import { ViewingCheckedIn } from '../../src/modules/journeys/viewing';
import { newId } from '../../src/platform/database/columns';
import { insertRows } from '../../src/platform/database/database';
import { DomainEvents } from '../../src/platform/events/domain-events';
import type { Answer, Person, TestApp } from './app';
import { aVerifiedPerson } from './homes';
import { aLead, freshPhone } from './leads';

export type Bound = Person & { phone: string };

/** Registers a friend; answers the receipt. */
export async function refer(
  world: TestApp,
  referrer: Person,
  phone: string,
  given: { name?: string; projectId?: string } = {},
): Promise<ReferralReceipt> {
  const answer = await tryRefer(world, referrer, phone, given);
  expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ status: 'registered' })]);
  return answer.body;
}

export async function tryRefer(
  world: TestApp,
  referrer: Person,
  phone: string,
  given: { name?: string; projectId?: string; key?: string } = {},
): Promise<Answer> {
  const projectId = given.projectId ?? (await aLead(world, {})).projectId;
  const headers = given.key ? { 'idempotency-key': given.key } : undefined;
  return referrer.post('/api/referrals', { projectId, name: given.name ?? '李雷雷', phone }, headers);
}

export const codeOf = ({ askPath }: Pick<ReferralReceipt, 'askPath'>): string => askPath.split('code=')[1] as string;

export async function answerAsk(world: TestApp, friend: Person, code: string, agree = true): Promise<Answer> {
  const { consent } = await aLead(world, {});
  return friend.post(`/api/me/referral-asks/${code}/answer`, agree ? { agree, consent } : { agree });
}

/** A friend who was registered by this referrer and has said yes; background work is done. */
export async function anAgreedReferral(world: TestApp, referrer: Person): Promise<{ friend: Bound; id: string; leadId: string }> {
  const friend = await aVerifiedPerson(world, freshPhone());
  const receipt = await refer(world, referrer, friend.phone);
  expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
  await world.travel('PT0S');
  return { friend, id: receipt.id, leadId: (await rowOf(world, receipt.id)).lead_id as string };
}

export const mine = async (referrer: Person, id: string): Promise<MyReferral> => (await referrer.get(`/api/me/referrals/${id}`)).body;

export const staffView = async (person: Person, id: string): Promise<StaffReferralDetail> =>
  (await person.get(`/api/staff/referrals/${id}`)).body;

export const verdictOf = async (person: Person, id: string): Promise<VerdictView> =>
  (await person.get(`/api/staff/referrals/${id}/verdict`)).body;

export async function rowOf(world: TestApp, id: string): Promise<Record<string, unknown>> {
  const [row] = await world.database.rows<Record<string, unknown>>('SELECT * FROM referrals WHERE id = ?', [id]);
  if (!row) throw new Error(`no referral ${id}`);
  return row;
}

/** The friend stands in the sales office at that instant, as a check-in records and tells it. */
export async function visit(world: TestApp, friend: Person, projectId: string, at = world.now()): Promise<void> {
  const id = newId();
  const row = {
    id,
    number: `T-${id.slice(-20)}`,
    project_id: projectId,
    kind: 'viewing',
    starts_at: at,
    ends_at: at + 3_600_000,
    status: 'checked-in',
    origin: 'walk-in',
    customer_id: friend.me.customerId,
    host_choice: {},
    unit_ids: [],
    general: true,
    checked_in_at: at,
    created_at: at,
    updated_at: at,
  };
  await world.database.transaction(async (tx) => {
    await insertRows(tx, 'viewings', [row]);
    const told = { viewingId: id, projectId, customerId: friend.me.customerId as string, leadId: null, hostId: null, at };
    await world.app.get(DomainEvents).publish(tx, ViewingCheckedIn, told);
  });
}
