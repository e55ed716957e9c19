import type { TaskView } from '@guihu/shared';
import type { Person, TestApp } from './app';
import { anOfferedLead } from './leads';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** `2026-11-23 10:00` of an instant, as clocks in Beijing show it. */
export const beijing = (at: string | number): string =>
  new Date(new Date(at).getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

/** A lead that somebody said yes to just now, with its plan started. */
export async function anAcceptedLead(
  world: TestApp,
  agents: readonly Person[],
): Promise<{ leadId: string; agent: Person; others: Person[]; acceptedAt: number }> {
  const offered = await anOfferedLead(world, agents);
  const answer = await offered.agent.post(`/api/staff/leads/${offered.leadId}/acceptance`);
  if (answer.status !== 201) throw new Error(`not accepted: ${JSON.stringify(answer.body)}`);
  await world.travel('PT0S');
  return { ...offered, acceptedAt: Date.parse(answer.body.acceptedAt) };
}

export async function tasksOf(person: Person, leadId: string): Promise<TaskView[]> {
  const answer = await person.get(`/api/staff/leads/${leadId}/tasks`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.items;
}

/** `标题 状态` of each, in the order of their due times. */
export const states = (tasks: readonly TaskView[]): string[] => tasks.map((task) => `${task.title} ${task.status}`);

/** Writes down a contact of this moment and lets what follows from it happen. */
export async function followUp(
  world: TestApp,
  agent: Person,
  leadId: string,
  given: { method?: string; connected?: boolean; nextPlan?: string; nextInMs?: number } = {},
): Promise<void> {
  const { nextInMs = 40 * DAY, method = 'phone', connected = true, nextPlan = '约周末看样板间' } = given;
  const answer = await agent.post(`/api/staff/leads/${leadId}/follow-ups`, {
    occurredAt: new Date(world.now()).toISOString(),
    method,
    content: '介绍了户型和交付标准',
    feedback: '想再比较一下',
    nextPlan,
    nextAt: new Date(world.now() + nextInMs).toISOString(),
    connected,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  await world.travel('PT0S');
}

/** `PT…S` until an instant, and a little beyond it. */
export const until = (world: TestApp, at: string | number, beyondMs = 1_000): string =>
  `PT${Math.max(0, Math.ceil((new Date(at).getTime() + beyondMs - world.now()) / 1000))}S`;

/** For journeys over weeks: the recurring upkeep, thousands of turns of it, stays at home. */
export async function withoutUpkeep(world: TestApp): Promise<void> {
  await world.database.transaction((tx) =>
    tx.query(`UPDATE jobs SET status = 'cancelled', active_key = NULL WHERE kind LIKE 'scheduled:%'`),
  );
}

export interface OwedMessage {
  atMs: number;
  at: string;
  staffId: string;
  intent: string;
  facts: Record<string, string | number>;
  page: string;
}

/** Messages about tasks that were owed so far, oldest first, as the transaction that gave the reason wrote them down. */
export async function owedAboutTasks(world: TestApp, staffId?: string | null): Promise<OwedMessage[]> {
  const rows = await world.database.rows<{ payload: string | object; created_at: number | string }>(
    `SELECT payload, created_at FROM jobs WHERE kind = 'message.deliver' ORDER BY created_at, id`,
  );
  return rows
    .map(({ payload, created_at }) => ({ at: Number(created_at), ...(typeof payload === 'string' ? JSON.parse(payload) : payload) }))
    .filter((m) => String(m.intent).startsWith('task-') && (!staffId || m.recipient.staffId === staffId))
    .map((m) => ({ atMs: m.at, at: beijing(m.at), staffId: m.recipient.staffId, intent: m.intent, facts: m.facts, page: m.page }));
}

/** A second lead for the same colleague: handed over by the manager and accepted. */
export async function anotherLeadFor(world: TestApp, agents: readonly Person[], agent: Person): Promise<string> {
  const offered = await anOfferedLead(world, agents);
  if (offered.agent !== agent) {
    const manager = await world.as('manager');
    const body = { toStaffId: agent.me.staffId, reason: '客户指定' };
    const answer = await manager.post(`/api/staff/leads/${offered.leadId}/transfer`, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
  await agent.post(`/api/staff/leads/${offered.leadId}/acceptance`);
  await world.travel('PT0S');
  return offered.leadId;
}

/** Runs the job of an event again, as after a crash between its commit and the mark that it is done. */
export async function deliverAgain(world: TestApp, kind: string, leadId: string): Promise<void> {
  await world.database.transaction((tx) =>
    tx.query(`UPDATE jobs SET status = 'pending', finished_at = NULL WHERE kind = ? AND subject = ?`, [kind, `lead:${leadId}`]),
  );
  await world.travel('PT0S');
}
