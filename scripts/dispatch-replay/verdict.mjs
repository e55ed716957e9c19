import { MINUTE } from './draws.mjs';

const AT_ONCE = 8;
const OPEN = ['received', 'dispatched', 'accepted', 'working', 'paused'];
const CLOCKS = ['accept', 'arrive', 'respond', 'resolve'];

/** Everything the manager can read of the orders afterwards: the whole list, and each order with its clocks and its timeline. */
export async function readBack(door, manager, projectId) {
  const orders = [];
  for (let cursor = null; ; ) {
    const query = `projectId=${projectId}&limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = await door.ask('GET', `/api/staff/work-orders?${query}`, { token: manager.token });
    orders.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  const details = new Map();
  const waiting = orders.map(({ id }) => id);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let id = waiting.shift(); id; id = waiting.shift()) {
        details.set(id, await door.ask('GET', `/api/staff/work-orders/${id}`, { token: manager.token }));
      }
    }),
  );
  const board = await door.ask('GET', `/api/staff/work-order-board?projectId=${projectId}`, { token: manager.token });
  return { orders, details, board };
}

/**
 * What must hold of every order. Answers one sentence for each that does not.
 * @param play the play that went before
 * @param rows reads the scratch database where it is ours, else null
 */
export async function faultsOf({ orders, details, board }, play, rows) {
  const played = play.orders;
  const faults = [];
  const expect = (holds, sentence) => holds || faults.push(sentence);
  expect(orders.length === played.size, `${orders.length} orders are listed, ${played.size} were reported`);
  expect(new Set(orders.map(({ number }) => number)).size === orders.length, 'two orders have one number');
  for (const id of played.keys()) expect(details.has(id), `order ${id} was reported and is not listed`);
  for (const { id, number, status, responsible } of orders) {
    const { clocks, timeline } = details.get(id);
    const open = OPEN.includes(status);
    expect(status !== 'received', `${number} was never dispatched`);
    expect(!open || responsible !== null, `${number} is ${status} and nobody is responsible`);
    expect(!open || clocks.some((clock) => clock.stoppedAt === null), `${number} is ${status} and no clock of it runs`);
    expect(open || clocks.every((clock) => clock.stoppedAt !== null), `${number} is ${status} and a clock of it still runs`);
    for (const fault of faultsOfTimeline(timeline)) faults.push(`${number}: ${fault}`);
  }
  const { declined = 0, returned = 0 } = play.counts;
  const explained = play.decisions.length;
  expect(
    explained === played.size + declined + returned,
    `${explained} dispatches are explained, not ${played.size + declined + returned}`,
  );
  expect(board.orphans === 0, `the board counts ${board.orphans} orphans`);
  if (rows) faults.push(...(await faultsOfTables(rows, played.size)));
  return faults;
}

/** An acceptance needs somebody to have been asked since the last one, and nothing happens to an order that is over. */
function faultsOfTimeline(timeline) {
  const faults = [];
  let asked = false;
  let over = false;
  for (const { type } of timeline) {
    if (type === 'accepted' && !asked) faults.push('it was accepted twice');
    if (over && ['accepted', 'arrived', 'paused', 'finished', 'escalated'].includes(type)) faults.push(`${type} after it was over`);
    if (type === 'dispatched') asked = true;
    if (type === 'accepted') asked = false;
    if (type === 'closed' || type === 'cancelled') over = true;
    if (type === 'reopened') over = false;
    if (type === 'repaired') faults.push('the sweep had to put it right');
  }
  if (timeline[0]?.type !== 'reported') faults.push('its timeline does not begin with the report');
  return faults;
}

const LIVE_CLOCK = `SELECT 1 FROM jobs j WHERE j.kind = 'work-order.clock' AND j.status IN ('pending', 'running') AND j.active_key = `;

/** The same, asked of the tables themselves. */
async function faultsOfTables(rows, expected) {
  const many = async (sql) => Number((await rows(sql))[0].n);
  const concat = (await rows("SELECT 'a' || 'b' AS n"))[0].n === 'ab' ? (a, b) => `${a} || ${b}` : (a, b) => `CONCAT(${a}, ${b})`;
  const key = concat("'work-order.clock:'", 'o.id');
  const of = "FROM work_orders o JOIN projects p ON p.id = o.project_id WHERE p.name = '五区里'";
  const questions = [
    ['orders in the table', `SELECT COUNT(*) AS n ${of}`, expected],
    [
      'orders without a log',
      `SELECT COUNT(*) AS n ${of} AND o.last_seq <> (SELECT COUNT(*) FROM work_order_events e WHERE e.work_order_id = o.id)`,
      0,
    ],
    [
      'open orders without anybody responsible',
      `SELECT COUNT(*) AS n ${of} AND o.status IN ('${OPEN.join("', '")}') AND o.responsible_id IS NULL`,
      0,
    ],
    [
      'open or resolved orders without a clock job',
      `SELECT COUNT(*) AS n ${of} AND o.status IN ('${[...OPEN, 'resolved'].join("', '")}') AND NOT EXISTS (${LIVE_CLOCK}${key})`,
      0,
    ],
    ['dead jobs', "SELECT COUNT(*) AS n FROM jobs WHERE status = 'dead'", 0],
    ['messages that failed', "SELECT COUNT(*) AS n FROM messages WHERE state = 'failed'", 0],
    [
      'orders that were never explained',
      `SELECT COUNT(*) AS n ${of} AND NOT EXISTS (SELECT 1 FROM dispatch_decisions d WHERE d.work_order_id = o.id)`,
      0,
    ],
  ];
  const faults = [];
  for (const [what, sql, wanted] of questions) {
    const found = await many(sql);
    if (found !== wanted) faults.push(`${what}: ${found} instead of ${wanted}`);
  }
  return faults;
}

const quantile = (values, q) => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
};

/** What came out, as plain values. */
export function outcomeOf({ orders, details }, play) {
  const all = [...details.values()];
  const events = all.flatMap(({ timeline }) => timeline);
  const times = (type) => events.filter((event) => event.type === type).length;
  return {
    orders: orders.length,
    kinds: tally(orders.map(({ kind }) => kind)),
    statuses: tally(orders.map(({ status }) => status)),
    openWith: tally(orders.filter(({ status }) => OPEN.includes(status)).map(({ responsible }) => roleOf(responsible, play))),
    clocks: CLOCKS.map((key) => clockOutcome(key, all)),
    dispatches: {
      tiers: tally(play.decisions.map(({ tier }) => tier)),
      outcomes: tally(play.decisions.map(({ outcome }) => outcome)),
      rules: tally(play.decisions.map(({ rule, mode }) => (rule === null ? '（主管指派）' : `${rule}（${mode}）`))),
      total: play.decisions.length,
    },
    log: Object.fromEntries(
      [
        'accepted',
        'declined',
        'returned',
        'transferred',
        'warned',
        'overdue',
        'paused',
        'urged',
        'rated',
        'reopened',
        'cancelled',
        'revisit-opened',
        'revisit-recorded',
        'repaired',
      ].map((type) => [type, times(type)]),
    ),
    escalations: {
      supervisor: events.filter(({ type, text }) => type === 'escalated' && text.includes('主管')).length,
      manager: events.filter(({ type, text }) => type === 'escalated' && text.includes('经理')).length,
    },
    stars: tally(all.flatMap(({ rating }) => (rating ? [rating.stars] : []))),
    loads: loadsOf(orders, all, play),
    played: play.counts,
  };
}

const tally = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
};

function roleOf(person, { leaders, team }) {
  if (person === null) return 'nobody';
  if (person.id === leaders.supervisor.id) return 'supervisor';
  if (person.id === leaders.manager.id) return 'manager';
  return team.find(({ id }) => id === person.id)?.role ?? 'somebody else';
}

/** Minutes from a clock's start to its end, of those that were met or missed; pauses and nights are in them. */
function clockOutcome(key, details) {
  const clocks = details.flatMap((detail) => detail.clocks.filter((clock) => clock.key === key));
  const ended = clocks.filter((clock) => clock.stoppedAt !== null && clock.state !== 'dropped');
  const minutes = ended.map((clock) => (Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt)) / MINUTE);
  const states = tally(clocks.map(({ state }) => state));
  const [met, missed, late] = [states.met ?? 0, states.missed ?? 0, states.late ?? 0];
  return {
    key,
    name: clocks[0]?.name ?? key,
    started: clocks.length,
    ended: ended.length,
    median: quantile(minutes, 0.5),
    p90: quantile(minutes, 0.9),
    p99: quantile(minutes, 0.99),
    states,
    // What is late and still open counts as not met.
    metShare: met + missed + late === 0 ? null : met / (met + missed + late),
  };
}

function loadsOf(orders, details, { team }) {
  const accepted = tally(details.flatMap(({ timeline }) => timeline.filter(({ type }) => type === 'accepted').map(({ by }) => by)));
  const finished = tally(details.flatMap(({ timeline }) => timeline.filter(({ type }) => type === 'finished').map(({ by }) => by)));
  return team.map(({ id, name, group, turn }) => ({
    name,
    group,
    turn,
    accepted: accepted[name] ?? 0,
    finished: finished[name] ?? 0,
    open: orders.filter(({ status, assignee }) => OPEN.includes(status) && assignee?.id === id).length,
  }));
}
