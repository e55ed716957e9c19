import type { ViewingFeedback } from '@guihu/shared';
import type { Person, TestApp } from './app';
import { allAgents } from './leads';
import { aVisitorAt, slotsOf } from './viewings';

const MINUTE = 60_000;

/** Moves time to an instant to come, and runs what became due on the way. */
export async function travelTo(world: TestApp, instant: number): Promise<void> {
  const away = Math.max(0, Math.ceil((instant - world.now()) / 1000));
  await world.travel(`PT${away}S`);
}

export interface BookedVisit {
  id: string;
  leadId: string;
  customerId: string;
  visitor: Person;
  phone: string;
  host: Person;
  others: Person[];
  startsAt: number;
  endsAt: number;
}

/** A new visitor books a time some days from now, and the host accepts their lead. */
export async function aBookedVisit(
  world: TestApp,
  { from = 1, at = 0, ...given }: { from?: number; at?: number; projectId?: string; unitIds?: string[]; partySize?: number } = {},
): Promise<BookedVisit> {
  const { projectId, ...form } = given;
  const slot = (await slotsOf(world, null, { from, projectId })).filter((each) => each.bookable)[at];
  if (!slot) throw new Error('there is nothing to book');
  const { visitor, answer, phone } = await aVisitorAt(world, slot.id, form);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  await world.travel('PT0S');
  const [row] = await world.database.rows<{ host_id: string; lead_id: string; customer_id: string }>(
    'SELECT host_id, lead_id, customer_id FROM viewings WHERE id = ?',
    [answer.body.id],
  );
  const agents = await allAgents(world);
  const host = agents.find((agent) => agent.me.staffId === row?.host_id);
  if (!row || !host) throw new Error('nobody receives the visitor');
  // The host is offered the lead first, and the offer would not wait until the day of the visit.
  await host.post(`/api/staff/leads/${row.lead_id}/acceptance`);
  return {
    id: answer.body.id,
    leadId: row.lead_id,
    customerId: row.customer_id,
    visitor,
    phone,
    host,
    others: agents.filter((agent) => agent !== host),
    startsAt: Date.parse(slot.startsAt),
    endsAt: Date.parse(slot.endsAt),
  };
}

/** The same, and it is the day of the visit, ten minutes before. */
export async function aVisitOfToday(world: TestApp, given: Parameters<typeof aBookedVisit>[1] = {}): Promise<BookedVisit> {
  const visit = await aBookedVisit(world, given);
  await travelTo(world, visit.startsAt - 10 * MINUTE);
  return visit;
}

export const aFeedback = (given: Partial<ViewingFeedback> = {}): ViewingFeedback => ({
  objections: ['price', 'family'],
  tour: ['needs', 'sandbox', 'showroom'],
  level: 'hot',
  words: '看了样板间，想带家人再来',
  ...given,
});

export async function statusOf(world: TestApp, id: string): Promise<string> {
  const [row] = await world.database.rows<{ status: string }>('SELECT status FROM viewings WHERE id = ?', [id]);
  return row?.status as string;
}
