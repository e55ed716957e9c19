import { fileURLToPath } from 'node:url';
import { freshDatabase, nextPhone, prospects, startApplication } from './application.mjs';
import { keptAlive, median, quantile, send } from './load.mjs';
import { startProcess } from './processes.mjs';

const BARE = fileURLToPath(new URL('./bare-booking.mjs', import.meta.url));
const CONNECTIONS = 16;
const DAY = 86_400_000;

/** Many people want the seats of one open day at one moment, beside the bare limit that writes the same rows, in turns. */
export async function benchBooking(serverUrl, { people, seats, rounds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  let bare;
  try {
    const visitors = await prospects(app, 32);
    const planId = await openEveryDay(app, visitors.projectId, seats);
    const slots = await slotsToCome(app, visitors.projectId);
    const [{ id: accountId }] = await database.query('SELECT id FROM accounts LIMIT 1');
    const ground = { seats, projectId: visitors.projectId, accountId, planId, policyVersion: visitors.policyVersion };
    const running = await startProcess([BARE, database.uri, JSON.stringify(ground)], {}, (o) => /\{"port":(\d+)\}/.exec(o)?.[1]);
    bare = { base: `http://127.0.0.1:${running.answer}`, stop: running.stop };
    const found = { limit: [], app: [], times: [], faults: 0, booked: [] };
    for (let round = 0; round < rounds + 1; round++) {
      const [own, theirs] = [slots[2 * round], slots[2 * round + 1]];
      await database.query(
        'INSERT INTO viewing_slots (id, project_id, kind, starts_at, ends_at, taken, taken_general) VALUES (?, ?, ?, ?, ?, 0, 0)',
        [theirs.id, visitors.projectId, 'site-open-day', Date.parse(theirs.startsAt), Date.parse(theirs.endsAt)],
      );
      const limit = await rush(bare.base, theirs, visitors, people);
      const ours = await rush(app.base, own, visitors, people);
      const [{ n }] = await database.query(`SELECT COUNT(*) AS n FROM viewings WHERE slot_id = ? AND status = 'booked'`, [own.id]);
      found.booked.push(Number(n));
      found.faults += ours.answers.filter((a) => a.status >= 500).length;
      if (round === 0) continue; // warm
      found.limit.push(limit.perSecond);
      found.app.push(ours.perSecond);
      found.times.push(...ours.answers.map((a) => a.ms));
    }
    const [limitPerSecond, appPerSecond] = [median(found.limit), median(found.app)];
    return {
      people,
      seats,
      rounds,
      bookedLeast: Math.min(...found.booked),
      bookedMost: Math.max(...found.booked),
      faults: found.faults,
      limitPerSecond,
      appPerSecond,
      ratioToLimit: appPerSecond / limitPerSecond,
      p99Ms: quantile(found.times, 0.99),
    };
  } finally {
    await bare?.stop();
    await app.stop();
    await database.drop();
  }
}

/** The site is open every day, for as many as there are seats, and nobody receives personally. */
async function openEveryDay(app, projectId, seats) {
  const headers = { authorization: `Bearer ${(await app.signIn('manager')).token}` };
  const { items } = (await app.json('GET', `/api/staff/viewing-plans?projectId=${projectId}`, undefined, headers)).body;
  const { id: _id, version, ...plan } = items.find((each) => each.kind === 'site-open-day');
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '10:00', to: '12:00' }]]));
  const change = { week, seats, reservedSeats: 0, lengthMinutes: 120, horizonDays: 60, eventHostId: null, basedOnVersion: version };
  return (await app.json('PUT', '/api/staff/viewing-plans', { ...plan, ...change }, headers)).body.id;
}

async function slotsToCome(app, projectId) {
  const date = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  const span = `from=${date(Date.now() + 2 * DAY)}&to=${date(Date.now() + 40 * DAY)}&kind=site-open-day`;
  return (await app.json('GET', `/api/projects/${projectId}/viewing-slots?${span}`)).body.items;
}

/** Everybody taps once; as many at a time as there are connections. */
async function rush(base, slot, { people: accounts, tap }, people) {
  const agent = keptAlive(CONNECTIONS);
  const { consent } = tap(0).body;
  const asked = Array.from({ length: people }, (_, i) => ({
    method: 'POST',
    route: '/api/viewings',
    body: { slotId: slot.id, name: '许文', phone: nextPhone(), consent },
    headers: { authorization: `Bearer ${accounts[i % accounts.length].token}`, 'idempotency-key': crypto.randomUUID() },
  }));
  const started = performance.now();
  const answers = [];
  const hands = Array.from({ length: CONNECTIONS }, async () => {
    for (let request = asked.pop(); request; request = asked.pop()) answers.push(await send(agent, base, request));
  });
  await Promise.all(hands);
  agent.destroy();
  return { answers, perSecond: people / ((performance.now() - started) / 1000) };
}
