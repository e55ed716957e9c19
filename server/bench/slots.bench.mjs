import { freshDatabase, prospects, startApplication } from './application.mjs';
import { median, quantile, saturate } from './load.mjs';

const BATCH = 5_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BUCKET = 300_000;
const HOURS = [9, 10, 11, 13, 14, 15, 16, 17];

/** The slots of thirty days, as somebody who is signed in sees them, where many visits were booked before. */
export async function benchSlots(serverUrl, { bookings, rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  try {
    const { projectId, people } = await prospects(app, 4);
    await fill(database, projectId, bookings);
    const date = (at) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);
    const route = `/api/projects/${projectId}/viewing-slots?from=${date(Date.now())}&to=${date(Date.now() + 29 * DAY)}`;
    const ask = () => ({ route, headers: { authorization: `Bearer ${people[0].token}` } });
    const { items } = (await app.json('GET', route)).body;
    await saturate(app.base, ask, { connections: 1, seconds: 1, wanted: 200 });
    const alone = [];
    const together = [];
    for (let i = 0; i < rounds; i++) alone.push(...(await saturate(app.base, ask, { connections: 1, seconds, wanted: 200 })).times);
    for (let i = 0; i < rounds; i++) together.push((await saturate(app.base, ask, { connections: 16, seconds, wanted: 200 })).perSecond);
    return { bookings, slots: items.length, p50Ms: median(alone), p95Ms: quantile(alone, 0.95), perSecond: median(together) };
  } finally {
    await app.stop();
    await database.drop();
  }
}

/** Visits of the years before, and of the month to come as far as colleagues have time. */
async function fill(database, projectId, bookings) {
  const [{ id: planId }] = await database.query(`SELECT id FROM viewing_plans WHERE current_key = ?`, [`${projectId}:viewing`]);
  const agents = await database.query(
    `SELECT s.id FROM staff s JOIN staff_projects p ON p.staff_id = s.id WHERE p.project_id = ? AND s.roles LIKE '%"agent"%' ORDER BY s.id`,
    [projectId],
  );
  const [{ id: customerId }] = await database.query('SELECT id FROM customers LIMIT 1');
  const midnight = Math.floor((Date.now() + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  const perDay = HOURS.length * 3;
  const last = 29 * perDay;
  const visit = (n) => {
    const place = last - n;
    const startsAt =
      midnight + Math.floor(place / perDay) * DAY + (HOURS[(((place % perDay) + perDay) % perDay) % HOURS.length] ?? 9) * HOUR;
    const turn = Math.floor((((place % perDay) + perDay) % perDay) / HOURS.length);
    // Two neighbouring hours never share a colleague: buffers add up.
    const hour = new Date(startsAt + 8 * HOUR).getUTCHours();
    return { startsAt, host: agents[((hour % 2) * 3 + turn) % agents.length].id, slotId: `${projectId}.viewing.${startsAt.toString(36)}` };
  };
  for (let at = 0; at < bookings; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, bookings - at) }, (_, i) => at + i);
    const visits = numbers.map((n) => ({ n, ...visit(n) }));
    const now = Date.now();
    await database.query(
      `INSERT INTO viewings (id, number, project_id, kind, plan_id, slot_id, starts_at, ends_at, status, origin, customer_id, host_id, host_choice,
         unit_ids, general, created_at, updated_at) VALUES ?`,
      [
        visits.map(({ n, startsAt, host, slotId }) => [
          idOf(n),
          `B-${n}`,
          projectId,
          'viewing',
          planId,
          slotId,
          startsAt,
          startsAt + HOUR,
          startsAt > now ? 'booked' : 'completed',
          'booking',
          customerId,
          host,
          '{}',
          '[]',
          1,
          now,
          now,
        ]),
      ],
    );
    const slots = [...new Map(visits.map((v) => [v.slotId, v])).values()];
    await database.query('INSERT IGNORE INTO viewing_slots (id, project_id, kind, starts_at, ends_at, taken, taken_general) VALUES ?', [
      slots.map(({ slotId, startsAt }) => [slotId, projectId, 'viewing', startsAt, startsAt + HOUR, 3, 3]),
    ]);
    const minutes = visits.flatMap(({ n, startsAt, host }) => {
      const first = (startsAt - 3 * BUCKET) / BUCKET;
      return Array.from({ length: 18 }, (_, i) => [host, first + i, idOf(n), i === 0 ? 1 : 0, i === 0 ? 18 : 0]);
    });
    await database.query('INSERT IGNORE INTO viewing_host_times (staff_id, bucket, holder, opens, span) VALUES ?', [minutes]);
  }
  await database.query('ANALYZE TABLE viewings, viewing_slots, viewing_host_times');
}

/** Sorts by number as UUIDv7 sorts by time. */
const idOf = (n) => `01900000-${String(n).padStart(8, '0').slice(0, 4)}-7000-8000-${String(n).padStart(12, '0')}`;
