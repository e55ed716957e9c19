import { freshDatabase, startApplication } from './application.mjs';
import { keptAlive, median, send } from './load.mjs';
import { owners, verified } from './owners.mjs';
import { CODE, engineerPhone, MANAGER_PHONE, serviceProject } from './service-project.mjs';

const CONNECTIONS = 16;
const HOMES = 64;
const PATIENCE_MS = 120_000;
/** A storm breaks pipes, lamps and heatings. */
const CATEGORIES = ['water-pipe', 'water-drain', 'electric-breaker', 'electric-light', 'climate-heating', 'leak-roof'];

/** Many orders at one moment, until each is dispatched, explained, and told to its engineer inside WeChat; one process serves and works. */
export async function benchStorm(serverUrl, { orders, engineers, rounds }) {
  const found = [];
  for (let round = 0; round < rounds; round++) found.push(await storm(serverUrl, orders, engineers));
  const of = (key) => median(found.map((each) => each[key]));
  return {
    seconds: of('messaged'),
    reportedSeconds: of('reported'),
    dispatchedSeconds: of('dispatched'),
    ownersToldSeconds: of('ownersTold'),
    orders,
    engineers,
    engineersAsked: Math.min(...found.map((each) => each.engineersAsked)),
    rounds,
  };
}

async function storm(serverUrl, orders, engineers) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, {}, serviceProject(engineers, HOMES));
  try {
    const manager = await verified(app, 'storm-manager', MANAGER_PHONE);
    for (let i = 0; i < engineers; i++) await verified(app, `storm-engineer-${i}`, engineerPhone(i));
    const [{ id: projectId }] = await database.query('SELECT id FROM projects WHERE code = ?', [CODE]);
    await publishRules(app, manager.headers, projectId);
    const people = await owners(app, database, HOMES, { code: CODE, manager: 'storm-manager' });
    await settled(database);
    const { headers } = await app.json('GET', '/api/health/live');
    const offset = Date.parse(headers.get('x-guihu-now')) - Date.now();
    const began = Date.now() + offset;
    const reports = Array.from({ length: orders }, (_, i) => people[i % HOMES].report({ category: CATEGORIES[i % CATEGORIES.length] }));
    await tapAll(app.base, reports);
    const reported = Date.now() + offset;
    await settled(database);
    return { reported: (reported - began) / 1000, ...(await outcome(database, orders, began)) };
  } finally {
    await app.stop();
    await database.drop();
  }
}

/** Of the modes in which the system chooses the colleague, those that share the work out. */
async function publishRules(app, headers, projectId) {
  const rules = [
    { id: 'water', name: '水管轮流', when: { categoryIds: ['water', 'leak'] }, group: { skills: ['plumbing'] }, mode: 'rotate' },
    { id: 'climate', name: '供暖给在手最少者', when: { categoryIds: ['climate'] }, group: { skills: ['heating'] }, mode: 'least-loaded' },
    {
      id: 'electric',
      name: '电路给在手最少者',
      when: { categoryIds: ['electric'] },
      group: { skills: ['electric'] },
      mode: 'least-loaded',
    },
  ];
  const [{ settings }] = (await app.json('GET', `/api/staff/dispatch-rules?projectId=${projectId}`, undefined, headers)).body.items;
  await app.json('POST', '/api/staff/dispatch-rules', { projectId, basedOn: 0, rules, settings }, headers);
}

async function tapAll(base, reports) {
  const agent = keptAlive(CONNECTIONS);
  const waiting = [...reports];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let report = waiting.shift(); report; report = waiting.shift()) {
        const answer = await send(agent, base, report);
        if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text.slice(0, 300)}`);
      }
    }),
  );
  agent.destroy();
}

/** Waits until nothing of the storm is due any more. */
async function settled(database) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const [{ n }] = await database.query(
      `SELECT COUNT(*) AS n FROM jobs WHERE status IN ('pending', 'running') AND kind IN ('work-order.dispatch', 'message.deliver')`,
    );
    if (Number(n) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the storm had not passed after ${PATIENCE_MS / 1000} s`);
}

/** Seconds from the first tap until the last decision, the last engineer's message and the last owner's message; throws for one missing. */
async function outcome(database, orders, began) {
  const [placed] = await database.query(
    `SELECT COUNT(*) AS n, COUNT(DISTINCT o.assignee_id) AS engineers FROM work_orders o JOIN projects p ON p.id = o.project_id
     WHERE p.code = ? AND o.status = 'dispatched' AND o.assignee_id IS NOT NULL
       AND EXISTS (SELECT 1 FROM dispatch_decisions d WHERE d.work_order_id = o.id)`,
    [CODE],
  );
  if (Number(placed.n) !== orders) throw new Error(`${placed.n} of ${orders} orders were dispatched and explained`);
  const [untold] = await database.query(
    `SELECT COUNT(*) AS n FROM work_orders o JOIN projects p ON p.id = o.project_id WHERE p.code = ? AND NOT EXISTS (
       SELECT 1 FROM messages m WHERE m.staff_id = o.assignee_id AND m.channel = 'template' AND m.sent_at IS NOT NULL
         AND (m.subject = CONCAT('work-order:', o.id) OR m.intent = 'orders-offered' AND m.created_at >= o.created_at))`,
    [CODE],
  );
  if (Number(untold.n) > 0) throw new Error(`${untold.n} engineers were not told of their order`);
  const last = async (sql) => (Number((await database.query(sql))[0].at) - began) / 1000;
  const sent = (condition) => `SELECT MAX(sent_at) AS at FROM messages WHERE ${condition}`;
  return {
    dispatched: await last(`SELECT MAX(at) AS at FROM work_order_events WHERE type = 'dispatched'`),
    messaged: await last(sent(`intent IN ('order-offered', 'orders-offered')`)),
    ownersTold: await last(sent(`intent = 'order-progress'`)),
    engineersAsked: Number(placed.engineers),
  };
}
