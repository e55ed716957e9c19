import { randomUUID } from 'node:crypto';
import type { LeadSubmission } from '@guihu/shared';
import type { Answer, Person, TestApp } from './app';

/** A valid form; what the test is about is given, the rest is believable. */
export async function aLead(world: TestApp, given: Partial<LeadSubmission>): Promise<LeadSubmission> {
  const [policy, projects] = await Promise.all([world.http('GET', '/api/policy'), world.http('GET', '/api/projects')]);
  return {
    projectId: projects.body.items[0].id,
    name: '许文',
    gender: 'female',
    intent: { productType: 'high-rise', areaMin: 90, areaMax: 120, budgetMin: 300_000_000, budgetMax: 400_000_000, purpose: 'upgrade' },
    consent: {
      policyVersion: policy.body.version,
      purposes: policy.body.purposes.filter((p: { required: boolean }) => p.required).map((p: { key: string }) => p.key),
    },
    ...given,
  };
}

export const submit = (_world: TestApp, person: Person, form: LeadSubmission, key: string = randomUUID()): Promise<Answer> =>
  person.post('/api/leads', form, { 'idempotency-key': key });

export const AGENT_KEYS = ['agent-lin', 'agent-zhao', 'agent-sun', 'agent-qian', 'agent-wu', 'agent-zheng'] as const;

export const allAgents = (world: TestApp): Promise<Person[]> => Promise.all(AGENT_KEYS.map((key) => world.as(key)));

let numbers = 0;
/** A mainland number nobody else in the file has. */
export const freshPhone = (): string => `137${String(10_000_000 + ++numbers)}`;

export interface LeadState {
  status: string;
  owner_id: string | null;
  offer_round: number;
  accept_by: number | null;
}

export async function leadState(world: TestApp, leadId: string): Promise<LeadState> {
  const [row] = await world.database.rows<LeadState>('SELECT status, owner_id, offer_round, accept_by FROM leads WHERE id = ?', [leadId]);
  if (!row) throw new Error(`no lead ${leadId}`);
  return { ...row, accept_by: row.accept_by === null ? null : Number(row.accept_by) };
}

/** A new prospect's lead, put before somebody; answers who. */
export async function anOfferedLead(
  world: TestApp,
  agents: readonly Person[],
  given: Partial<LeadSubmission> = {},
): Promise<{ leadId: string; agent: Person; others: Person[] }> {
  const phone = given.phone ?? freshPhone();
  const prospect = await world.stranger(`p-${phone}`);
  const { body } = await submit(world, prospect, await aLead(world, { ...given, phone }));
  await world.travel('PT0S');
  return { leadId: body.id, ...(await holderOf(world, agents, body.id)) };
}

/** Who holds the lead now, and everybody else. */
export async function holderOf(world: TestApp, agents: readonly Person[], leadId: string): Promise<{ agent: Person; others: Person[] }> {
  const { owner_id } = await leadState(world, leadId);
  const agent = agents.find((a) => a.me.staffId === owner_id);
  if (!agent) throw new Error(`the lead is with none of these colleagues but ${owner_id}`);
  return { agent, others: agents.filter((a) => a !== agent) };
}
