import { randomUUID } from 'node:crypto';
import { beijingDate, type MyWait, type ViewingBooking, type ViewingKind, type ViewingPlan, type ViewingSlotView } from '@guihu/shared';
import type { Answer, Person, TestApp } from './app';
import { freshPhone } from './leads';

const DAY = 24 * 60 * 60_000;

export const projectsOf = async (world: TestApp): Promise<{ id: string; name: string }[]> =>
  (await world.http('GET', '/api/projects')).body.items;

export async function consentOf(world: TestApp) {
  const policy = (await world.http('GET', '/api/policy')).body;
  return {
    policyVersion: policy.version as string,
    purposes: policy.purposes.filter((p: { required: boolean }) => p.required).map((p: { key: string }) => p.key) as string[],
  };
}

/** The first date that many days from today, in Beijing. */
export const inDays = (world: TestApp, days: number): string => beijingDate(world.now() + days * DAY);

/** Slots of the first project between two days from now, as this person sees them; nobody is a passer-by. */
export async function slotsOf(
  world: TestApp,
  person: Person | null,
  { kind = 'viewing', from = 1, to = from, projectId }: { kind?: ViewingKind; from?: number; to?: number; projectId?: string } = {},
): Promise<ViewingSlotView[]> {
  const id = projectId ?? (await projectsOf(world))[0]?.id;
  const route = `/api/projects/${id}/viewing-slots?from=${inDays(world, from)}&to=${inDays(world, to)}&kind=${kind}`;
  const { status, body } = person ? await person.get(route) : await world.http('GET', route);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
}

export async function aBooking(world: TestApp, given: Partial<ViewingBooking> & { slotId: string }): Promise<ViewingBooking> {
  return { name: '许文', consent: await consentOf(world), ...given };
}

export const book = (person: Person, form: ViewingBooking, key: string = randomUUID()): Promise<Answer> =>
  person.post('/api/viewings', form, { 'idempotency-key': key });

/** A new visitor with a number of their own, who books this slot. */
export async function aVisitorAt(
  world: TestApp,
  slotId: string,
  given: Partial<ViewingBooking> = {},
): Promise<{ visitor: Person; answer: Answer; phone: string }> {
  const phone = given.phone ?? freshPhone();
  const visitor = await world.stranger(`v-${phone}`);
  const answer = await book(visitor, await aBooking(world, { slotId, phone, ...given }));
  // The account learns which customer it made.
  return { visitor, answer, phone };
}

/** A new visitor with a number of their own, who stands in line for this slot. */
export async function aPlaceInLine(
  world: TestApp,
  slotId: string,
  headers?: Record<string, string>,
): Promise<{ person: Person; phone: string; answer: Answer; wait: MyWait }> {
  const phone = freshPhone();
  const person = await world.stranger(`w-${phone}`);
  const answer = await person.post('/api/viewing-waits', await aBooking(world, { slotId, phone }), headers);
  return { person, phone, answer, wait: answer.body };
}

/** This person's newest place in a line. */
export const newestWait = async (person: Person): Promise<MyWait> => (await person.get('/api/me/viewing-waits')).body.items[0];

/** Saves a changed plan as the manager would; answers the new version. */
export async function changePlan(
  world: TestApp,
  manager: Person,
  change: Partial<ViewingPlan>,
  { kind = 'viewing', projectId }: { kind?: ViewingKind; projectId?: string } = {},
): Promise<ViewingPlan> {
  const id = projectId ?? (await projectsOf(world))[0]?.id;
  const plans: ViewingPlan[] = (await manager.get(`/api/staff/viewing-plans?projectId=${id}`)).body.items;
  const plan = plans.find((each) => each.kind === kind);
  if (!plan) throw new Error(`no plan of ${kind}`);
  const { id: _id, version, ...rest } = plan;
  const { status, body } = await manager.put('/api/staff/viewing-plans', { ...rest, ...change, basedOnVersion: version });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** What the tables say of a slot: seats and places in the line that are counted, and what is there. */
export async function truthOf(
  world: TestApp,
  slotId: string,
): Promise<{ taken: number; general: number; counted: number; visits: number; offers: number; waits: number }> {
  const [slot] = await world.database.rows<{ taken: number; taken_general: number; waiting: number }>(
    'SELECT taken, taken_general, waiting FROM viewing_slots WHERE id = ?',
    [slotId],
  );
  const [visits] = await world.database.rows<{ n: number }>(
    `SELECT COUNT(*) AS n FROM viewings WHERE slot_id = ? AND status IN ('booked', 'checked-in', 'completed')`,
    [slotId],
  );
  const waits = await world.database.rows<{ status: string; n: number }>(
    'SELECT status, COUNT(*) AS n FROM viewing_waits WHERE slot_id = ? GROUP BY status',
    [slotId],
  );
  const of = (status: string) => Number(waits.find((row) => row.status === status)?.n ?? 0);
  return {
    taken: slot?.taken ?? 0,
    general: slot?.taken_general ?? 0,
    counted: slot?.waiting ?? 0,
    visits: Number(visits?.n),
    offers: of('offered'),
    waits: of('waiting'),
  };
}
