import { randomUUID } from 'node:crypto';
import type { ReferralEndReason, ReferralStatus, RewardRules, RewardStatus } from '@guihu/shared';
import { ReferralMoved } from '../../src/modules/journeys/referral';
import { DomainEvents } from '../../src/platform/events/domain-events';
import type { Answer, Person, TestApp } from './app';
import { aVerifiedPerson } from './homes';

export interface AReferral {
  id: string;
  projectId: string;
  referrerId: string;
  friendId: string | null;
}

/** A referral as its events tell of it. */
export const aReferral = (projectId: string, referrerId: string, friendId: string | null = null): AReferral => ({
  id: randomUUID(),
  projectId,
  referrerId,
  friendId,
});

export const projectOf = async (world: TestApp, code: 'YX' | 'LT' = 'YX'): Promise<string> =>
  (await world.database.rows<{ id: string }>('SELECT id FROM projects WHERE code = ?', [code]))[0]?.id as string;

interface Step {
  from?: ReferralStatus;
  dealAmount?: number;
  why?: ReferralEndReason;
  at?: number;
}

/** Tells what happened to a referral, without waiting for anybody to hear it. */
export const tell = (world: TestApp, referral: AReferral, to: ReferralStatus, { from, dealAmount, why, at }: Step = {}): Promise<void> =>
  world.database.transaction((tx) =>
    world.app.get(DomainEvents).publish(tx, ReferralMoved, {
      referralId: referral.id,
      projectId: referral.projectId,
      referrerId: referral.referrerId,
      friendId: referral.friendId,
      from: from ?? 'agreed',
      to,
      at: at ?? world.now(),
      dealAmount: dealAmount ?? null,
      why: why ?? null,
    }),
  );

/** A step of a referral, and everything that follows from it. */
export async function step(world: TestApp, referral: AReferral, to: ReferralStatus, more: Step = {}): Promise<void> {
  await tell(world, referral, to, more);
  await world.travel('PT0S');
}

export interface RewardState {
  id: string;
  rule_id: string;
  person_id: string;
  form: string;
  amount: number;
  status: RewardStatus;
  kept: number;
  unit_id: string | null;
}

export const rewardsOf = async (world: TestApp, referral: AReferral): Promise<RewardState[]> =>
  (
    await world.database.rows<RewardState>(
      'SELECT id, rule_id, person_id, form, amount, status, kept, unit_id FROM rewards WHERE referral_id = ? ORDER BY rule_id',
      [referral.id],
    )
  ).map((row) => ({ ...row, amount: Number(row.amount), kept: Number(row.kept) }));

export async function rewardBy(world: TestApp, referral: AReferral, ruleId: string): Promise<RewardState> {
  const found = (await rewardsOf(world, referral)).find((reward) => reward.rule_id === ruleId);
  if (!found) throw new Error(`no reward by ${ruleId}`);
  return found;
}

export const payout = (world: TestApp, reference = 'CMB-20261123-01') => ({
  reference,
  paidOn: new Date(world.now() + 8 * 3_600_000).toISOString().slice(0, 10),
});

/** Approved by the one, paid by the other. */
export async function approveAndPay(world: TestApp, manager: Person, finance: Person, id: string): Promise<void> {
  const approved = await manager.post(`/api/staff/rewards/${id}/approval`);
  expect([approved.status, approved.body]).toEqual([201, { id, status: 'approved' }]);
  const paid = await finance.post(`/api/staff/rewards/${id}/payout`, payout(world));
  expect([paid.status, paid.body]).toEqual([201, { id, status: 'paid' }]);
}

/** Transfers whose lines do not add up to nothing, and purses that differ from the ledger; both empty while all is well. */
export async function ledgerFaults(world: TestApp): Promise<unknown[]> {
  const unbalanced = await world.database.rows(
    'SELECT transfer_id, unit, SUM(amount) AS sum, COUNT(*) AS n FROM ledger_entries GROUP BY transfer_id, unit HAVING SUM(amount) <> 0 OR COUNT(*) < 2',
  );
  const purses = await world.database.rows<{ person_id: string; points: number | string; left_points: number | string | null }>(
    `SELECT e.person_id, -SUM(e.amount) AS points,
       (SELECT SUM(l.left_points) FROM point_lots l WHERE l.person_id = e.person_id) AS left_points
     FROM ledger_entries e WHERE e.account = 'points' GROUP BY e.person_id`,
  );
  return [...unbalanced, ...purses.filter((p) => Number(p.points) !== Number(p.left_points ?? 0) || Number(p.points) < 0)];
}

/** Points for the visits of so many friends. */
export async function givePoints(world: TestApp, projectId: string, personId: string, friends = 1): Promise<void> {
  for (let i = 0; i < friends; i++) await tell(world, aReferral(projectId, personId), 'visited');
  await world.travel('PT0S');
}

/** What a person's purse holds that can be spent now. */
export const pointsOf = async (person: Person): Promise<number> => (await person.get('/api/me/rewards')).body.points;

/** A gift of the desk, by its title. */
export async function gift(world: TestApp, title: string): Promise<{ id: string; stock: number; points: number }> {
  const [row] = await world.database.rows<{ id: string; stock: number; points: number }>(
    'SELECT id, stock, points FROM catalogue_items WHERE title = ?',
    [title],
  );
  if (!row) throw new Error(`no gift ${title}`);
  return row;
}

/** Another version of a project's rules. */
export async function republish(
  manager: Person,
  projectId: string,
  change: (rules: RewardRules) => Partial<RewardRules>,
): Promise<RewardRules> {
  const [current] = (await manager.get(`/api/staff/reward-rules?projectId=${projectId}`)).body.items as [RewardRules];
  const { version, publishedAt: _, publishedBy: __, ...settings } = { ...current, ...change(current) };
  const { status, body } = await manager.post('/api/staff/reward-rules', { ...settings, basedOn: version });
  expect([status, body.version]).toEqual([201, version + 1]);
  return body;
}

let cards = 0;
/** A number that can be an ID card's, of somebody born in 1975, each time another one. */
export function aCard(): string {
  cards += 1;
  const seventeen = `33010619750315${String(cards).padStart(3, '0')}`;
  const rest = [...seventeen].reduce((sum, digit, at) => (sum + Number(digit) * 2 ** (17 - at)) % 11, 0);
  return seventeen + '10X98765432'[rest];
}

/** Somebody states their real name, of a card of their own when none is given. */
export async function stateRealName(person: Person, given: { name?: string; number?: string } = {}): Promise<Answer> {
  const { version } = (await person.get('/api/policy')).body;
  const statement = { name: given.name ?? '陈玉兰', number: given.number ?? aCard() };
  return person.post('/api/me/real-name', { ...statement, consent: { policyVersion: version, purposes: ['real-name'] } });
}

/** Somebody with a proven number and a stated name: money can be paid to them. */
export async function aNamedPerson(world: TestApp): Promise<Person & { phone: string }> {
  const person = await aVerifiedPerson(world);
  expect((await stateRealName(person)).status).toBe(201);
  return person;
}
