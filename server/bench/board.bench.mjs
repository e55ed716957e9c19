import { freshDatabase, startApplication } from './application.mjs';
import { median, saturate } from './load.mjs';
import { verified } from './owners.mjs';
import { CODE, engineerPhone, SUPERVISOR_PHONE, serviceProject } from './service-project.mjs';

const CONNECTIONS = 16;
const BATCH = 5_000;
const ENGINEERS = 12;
const HOMES = 200;
/** Of a hundred orders two are under way. */
const OPEN_EVERY = 50;
const OPEN_STATUSES = ['dispatched', 'accepted', 'working', 'paused'];
const CATEGORIES = ['water-pipe', 'electric-light', 'climate-heating', 'leak-roof'];
const MINUTE = 60_000;

/** Whether a supervisor's list of what ends first stays as quick when the years go by. */
export async function benchBoard(serverUrl, { small, large, rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' }, serviceProject(ENGINEERS, HOMES));
  try {
    const { headers } = await verified(app, 'board-supervisor', SUPERVISOR_PHONE);
    for (let i = 0; i < ENGINEERS; i++) await verified(app, `board-engineer-${i}`, engineerPhone(i));
    const now = Date.parse((await app.json('GET', '/api/health/live')).headers.get('x-guihu-now'));
    const ask = () => ({ route: '/api/staff/work-orders?view=team&limit=20', headers });
    const measure = async () => {
      await saturate(app.base, ask, { connections: CONNECTIONS, seconds: 1, wanted: 200 });
      const runs = [];
      for (let i = 0; i < rounds; i++) runs.push(await saturate(app.base, ask, { connections: CONNECTIONS, seconds, wanted: 200 }));
      return { ms: median(runs.map((r) => median(r.times))), perSecond: median(runs.map((r) => r.perSecond)) };
    };
    const at = async (rows) => {
      const { items } = (await app.json('GET', ask().route, undefined, headers)).body;
      if (items.length !== 20) throw new Error(`the list shows ${items.length} of ${rows} orders`);
      return measure();
    };
    await fill(database, 0, small, now);
    const atSmall = await at(small);
    await fill(database, small, large, now);
    const atLarge = await at(large);
    const wall = await wallBoard(app, headers, database);
    return {
      growth10kTo500k: atLarge.ms / atSmall.ms,
      smallRows: small,
      smallMs: atSmall.ms,
      smallPerSecond: atSmall.perSecond,
      largeRows: large,
      largeMs: atLarge.ms,
      largePerSecond: atLarge.perSecond,
      largeOpen: wall.open,
      wallMs: wall.ms,
    };
  } finally {
    await app.stop();
    await database.drop();
  }
}

/** The whole board of a project, asked for by one screen: it reads the log of every open order, as far as it shows them. */
async function wallBoard(app, headers, database) {
  const [{ id }] = await database.query('SELECT id FROM projects WHERE code = ?', [CODE]);
  const [{ open }] = await database.query('SELECT COUNT(*) AS open FROM work_orders WHERE next_due_at IS NOT NULL');
  const times = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    await app.json('GET', `/api/staff/work-order-board?projectId=${id}`, undefined, headers);
    times.push(performance.now() - started);
  }
  return { open: Number(open), ms: median(times) };
}

/** Orders from number `from` to `to`, with the log of those that are under way. */
async function fill(database, from, to, now) {
  const [{ id: projectId }] = await database.query('SELECT id FROM projects WHERE code = ?', [CODE]);
  const engineers = await database.query(`SELECT s.id FROM staff s WHERE s.name LIKE '% 号师傅'`);
  const [{ customerId }] = await database.query('SELECT customer_id AS customerId FROM accounts WHERE customer_id IS NOT NULL LIMIT 1');
  const units = await database.query('SELECT id, building_id AS buildingId FROM units WHERE project_id = ? ORDER BY id', [projectId]);
  const world = { projectId, engineers, customerId, units, now };
  for (let at = from; at < to; at += BATCH) {
    const orders = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) => orderOf(at + i, world));
    await database.query(
      `INSERT INTO work_orders (id, number, kind, project_id, building_id, unit_id, customer_id, category_id, description, urgent, warranty, status,
         assignee_id, responsible_id, round, escalation, urges, last_seq, policy_version, next_clock, next_due_at, created_at, updated_at, closed_at) VALUES ?`,
      [orders.map((order) => order.row)],
    );
    const events = orders.flatMap((order) => order.events);
    if (events.length > 0) {
      await database.query('INSERT INTO work_order_events (work_order_id, seq, at, type, actor_kind, actor_id, data) VALUES ?', [events]);
    }
  }
  await database.query('ANALYZE TABLE work_orders, work_order_events');
}

const WARRANTY = JSON.stringify({ verdict: 'outside', label: '质保外', part: null, deliveredOn: null, endsOn: null, clause: '' });

function orderOf(n, { projectId, engineers, customerId, units, now }) {
  const open = n % OPEN_EVERY === 0;
  const status = open ? OPEN_STATUSES[(n / OPEN_EVERY) % OPEN_STATUSES.length] : 'closed';
  const unit = units[n % units.length];
  const engineer = engineers[n % engineers.length].id;
  const reportedAt = now - (open ? (n % 2_000) * MINUTE : (n % 1_000_000) * MINUTE);
  const dueAt = open ? reportedAt + 24 * 60 * MINUTE : null;
  const id = idOf(n);
  const events = [
    [id, 1, reportedAt, 'reported', 'customer', customerId, '{"kind":"repair","urgent":false,"preferredAt":null}'],
    [id, 2, reportedAt, 'dispatched', 'system', null, JSON.stringify({ staffId: engineer })],
    [id, 3, reportedAt + MINUTE, 'accepted', 'staff', engineer, JSON.stringify({ staffId: engineer })],
  ];
  return {
    row: [
      id,
      `${CODE}-${n}`,
      'repair',
      projectId,
      unit.buildingId,
      unit.id,
      customerId,
      CATEGORIES[n % CATEGORIES.length],
      '厨房水龙头一直滴水，拧紧也没用',
      0,
      WARRANTY,
      status,
      engineer,
      engineer,
      1,
      0,
      0,
      3,
      0,
      open ? 'resolve' : null,
      dueAt,
      reportedAt,
      reportedAt,
      open ? null : reportedAt + 60 * MINUTE,
    ],
    events: open ? events : [],
  };
}

/** Sorts by number as UUIDv7 sorts by time. */
const idOf = (n) => {
  const digits = String(n).padStart(12, '0');
  return `0190${digits.slice(0, 4)}-${digits.slice(4, 8)}-7${digits.slice(8, 11)}-8${digits.slice(11)}00-${digits}`;
};
