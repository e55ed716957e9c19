import { DAY, MODEL } from './draws.mjs';
import { BUILDINGS } from './mapping.mjs';
import { WHOLE } from './scale.mjs';
import { engineers, TURNS } from './service.mjs';

const n = (value, digits = 0) => value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const percent = (share) => (share === null ? '' : `${n(share * 100, 1)} %`);

/** Minutes as people say them. */
function span(minutes) {
  if (minutes === null) return '';
  if (minutes < 120) return `${n(minutes)} min`;
  return minutes < 2880 ? `${n(minutes / 60, 1)} h` : `${n(minutes / 1440, 1)} d`;
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** One column for each database: the rows that `shown` names, in the order of the first result. */
function besides(results, what, keysOf, shown) {
  const keys = [...new Set(results.flatMap(keysOf))];
  return table(
    [what, ...results.map((r) => r.database)],
    keys.map((key) => [key, ...results.map((r) => shown(r, key))]),
  );
}

const counted = (results, what, part) =>
  besides(
    results,
    what,
    (r) => Object.keys(part(r)),
    (r, key) => n(part(r)[key] ?? 0),
  );

const WITH = {
  engineer: 'an engineer',
  relations: 'customer relations',
  supervisor: 'the supervisor',
  manager: 'the manager',
  nobody: '**nobody**',
};

function standing(results) {
  const ended = ({ statuses }) => ['resolved', 'closed', 'cancelled'].reduce((sum, key) => sum + (statuses[key] ?? 0), 0);
  const rows = [
    ['requests of the day', ...results.map((r) => n(r.orders))],
    ['ended', ...results.map((r) => n(ended(r)))],
    ...['closed', 'resolved', 'cancelled'].map((key) => [`· ${STATUS[key]}`, ...results.map((r) => n(r.statuses[key] ?? 0))]),
    ['still open', ...results.map((r) => n(r.orders - ended(r)))],
    ...[...new Set(results.flatMap((r) => Object.keys(r.openWith)))].map((key) => [
      `· with ${WITH[key] ?? key}`,
      ...results.map((r) => n(r.openWith[key] ?? 0)),
    ]),
    ['orphans (nobody responsible, or no clock)', ...results.map(() => '0')],
  ];
  return table(['after eight days', ...results.map((r) => r.database)], rows);
}

const STATUS = { closed: 'rated or closed by time', resolved: 'finished, waits for a rating', cancelled: 'cancelled by the owner' };
const CLOCK = {
  accept: 'accept (2 h; urgent 30 min)',
  arrive: 'arrive (4 h; urgent 1 h)',
  respond: 'first answer to a complaint (24 h)',
  resolve: 'resolve (24 h; urgent 8 h; complaint 48 h)',
};

const clocks = (results) =>
  results
    .map((r) =>
      table(
        [`clock, ${r.database}`, 'ended', 'median', 'p90', 'p99', 'met', 'missed', 'open and late', 'met share'],
        r.clocks.map((c) => [
          CLOCK[c.key],
          n(c.ended),
          span(c.median),
          span(c.p90),
          span(c.p99),
          n(c.states.met ?? 0),
          n(c.states.missed ?? 0),
          n(c.states.late ?? 0),
          percent(c.metShare),
        ]),
      ),
    )
    .join('\n\n');

const TIERS = {
  'on-duty': 'somebody of the group at work',
  away: 'of the group, not at work now',
  group: 'of the group, though full or on leave',
  supervisor: 'nobody: the supervisor decides',
};
const EVENTS = {
  declined: 'declined',
  returned: 'given back after acceptance',
  transferred: 'passed on, by engineers and leaders',
  warned: 'warnings at 80 % of a clock',
  overdue: 'told that it is late, daily reminders included',
  paused: 'pauses',
  urged: 'urged by the owner',
  rated: 'rated',
  reopened: 'opened again after a low rating',
  'revisit-opened': 'revisits opened (48 h unrated, low rating)',
  'revisit-recorded': 'revisits recorded',
  repaired: 'put right by the sweep',
};

const happenings = (results) =>
  table(
    ['what happened', ...results.map((r) => r.database)],
    [
      ['escalated to the supervisor (level 1)', ...results.map((r) => n(r.escalations.supervisor))],
      ['escalated to the manager (level 2, major complaints included)', ...results.map((r) => n(r.escalations.manager))],
      ...Object.entries(EVENTS).map(([key, words]) => [words, ...results.map((r) => n(r.log[key] ?? 0))]),
      [
        'claims, of them by two people at one moment',
        ...results.map((r) => `${n(r.played.claims ?? 0)}, ${n(r.played['claims by two at once'] ?? 0)}`),
      ],
      ['reports tapped twice with one key', ...results.map((r) => n(r.played['taps repeated'] ?? 0))],
    ],
  );

const loads = ({ loads: people }) =>
  table(
    ['name', 'group', 'turn', 'accepted', 'finished', 'open at the end'],
    people.map((p) => [p.name, p.group, p.turn, n(p.accepted), n(p.finished), n(p.open)]),
  );

const runs = (results) =>
  table(
    ['', ...results.map((r) => r.database)],
    [
      ['whole run, signing in and reading back included', ...results.map((r) => `${n(r.seconds)} s`)],
      ['the eight days', ...results.map((r) => `${n(r.playSeconds)} s`)],
      ['HTTP requests', ...results.map((r) => n(r.requests))],
      ['owners signed in', ...results.map((r) => n(r.owners))],
    ],
  );

const groupedBy = (list, keyOf) => {
  const groups = new Map();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
};

const typesTable = ({ requests }) =>
  table(
    ['complaint type', 'requests', 'reported as'],
    groupedBy(requests, (r) => r.type).map(([type, list]) => [
      type,
      n(list.length),
      groupedBy(list, (r) => `${r.kind} \`${r.category}\`${r.urgent ? ', urgent' : ''}`)
        .map(([as, some], _, all) => (all.length > 1 ? `${as} (${n(some.length)})` : as))
        .join(', '),
    ]),
  );

const buildingsTable = ({ requests }) =>
  table(
    ['borough', 'building', 'requests', 'homes reported from'],
    Object.entries(BUILDINGS).map(([borough, building]) => {
      const here = requests.filter((r) => r.borough === borough);
      return [borough, building, n(here.length), n(new Set(here.map((r) => r.home.label)).size)];
    }),
  );

const teamTable = () =>
  table(
    ['group', 'skills', ...Object.keys(TURNS)],
    groupedBy(engineers(WHOLE), (p) => p.group).map(([group, people]) => [
      group,
      people[0].skills.join(', '),
      ...Object.keys(TURNS).map((turn) => n(people.filter((p) => p.turn === turn).length)),
    ]),
  );

const stretches = (list) => list.map(([share, least, most]) => `${n(share * 100)} % within ${n(least)} to ${n(most)} min`).join(', ');
const after = ([least, most]) => `after ${n(least)} to ${n(most)} min`;

function modelTable() {
  const m = MODEL;
  return table(
    ['who', 'does'],
    [
      ['asked engineer', `accepts: ${stretches(m.accepts)}; who is not in their turn, 1 to 15 min after it begins`],
      ['asked engineer', `declines: ${percent(m.declines.share)}, ${after(m.declines.after)}`],
      [
        'several who may claim',
        `the quickest taps: ${stretches(m.claims.after)}; in ${percent(m.claims.together)} two tap at one moment; in ${percent(1 - m.claims.share)} nobody does`,
      ],
      [
        'who accepted',
        `passes it on ${percent(m.transfers.share)}, gives it back ${percent(m.returns.share)}, ${after(m.transfers.after)}`,
      ],
      [
        'engineer',
        `is there: ${stretches(m.arrives)}; more than ${m.overtimeHours} h after the end of their turn, when the next one begins; at the latest at ${percent(m.latestArrival)} of the way to the real ending`,
      ],
      [
        'customer relations',
        `answer: ${stretches(m.responds)}; at the latest at ${percent(m.latestResponse)} of the way to the real ending`,
      ],
      [
        'engineer',
        `where the real ending is more than six hours away, pauses ${percent(m.pauses.share)} of the time for ${m.pauses.hours.join(' to ')} h, up to three times; half of the pauses are ended by hand`,
      ],
      [
        'supervisor',
        `looks at the own list every 15 minutes from 7 to 23 and gives ${percent(m.supervisorActs)} of what was escalated, and all that nobody has, to a colleague of the trade who is at work; leaves the rest to ring`,
      ],
      ['manager', 'looks every 30 minutes, day and night, and gives away all that reached them'],
      [
        'owner',
        `rates ${percent(m.rates.share)}: ${stretches(m.rates.after)}; stars ${m.stars.map(([share, stars]) => `${stars}: ${percent(share)}`).join(', ')}; of low ones ${percent(m.stillBroken)} are still broken`,
      ],
      [
        'owner',
        `urges ${percent(m.urges.share)}, ${after(m.urges.after)}; cancels ${percent(m.cancels.share)} before anybody came; taps twice ${percent(m.tapsTwice)}`,
      ],
      ['customer relations', 'ring whoever is on the list of revisits at 9:30, 14:30 and 17:30'],
    ],
  );
}

function endings({ requests }) {
  const real = requests.filter((r) => r.endsAt !== null);
  const within = real.filter((r) => r.endsAt > r.at && r.endsAt < WHOLE.days * DAY);
  return {
    real: real.length,
    within: within.length,
    later: real.filter((r) => r.endsAt >= WHOLE.days * DAY).length,
    before: real.filter((r) => r.endsAt <= r.at).length,
  };
}

/** What is printed after a run. */
export const tablesOf = (_day, results) =>
  [runs(results), standing(results), clocks(results), counted(results, 'tier', (r) => r.dispatches.tiers), happenings(results)].join(
    '\n\n',
  );

/** The whole page of docs. */
export function pageOf(day, results) {
  const { requests, dateOnly, sha256 } = day;
  const end = endings(day);
  const [first] = results;
  return `# Replaying a real day

On 25 December 2013 the city of New York took ${n(requests.length)} requests of its citizens, half of them about cold radiators. This page tells what becomes of that day when it is
reported, dispatched and served here: every request is a tap of an owner, every step of an engineer a request of a phone, on a clock that is moved. It is written by the
script that played it; the figures are those of its last run.

\`\`\`
node scripts/dispatch-replay.mjs path/to/nyc311_2013-12-25.csv                     # a server of its own on a temporary SQLite database
node scripts/dispatch-replay.mjs path/to/nyc311_2013-12-25.csv --database=mariadb://root@127.0.0.1:3306/
node scripts/dispatch-replay.mjs path/to/nyc311_2013-12-25.csv --database=sqlite --database=mariadb://root@127.0.0.1:3306/ --write   # this page
\`\`\`

The file is an export of [NYC Open Data erm2-nwe9](https://data.cityofnewyork.us/d/erm2-nwe9) for that day, public under the terms of NYC Open Data
(SHA-256 \`${sha256}\`). Some of its rows are part of the repository (\`server/test/fixtures/SOURCES.md\`): with
them \`server/test/stories/work-order/replay.story-spec.ts\` plays a small day on MariaDB or MySQL in every full test run.

The run fails, with the sentence that does not hold, when the counts do not add up to ${n(requests.length)}; when an open order has nobody responsible or no clock that runs, an ended one
has a clock that still runs, or the board counts an orphan; when an order was accepted twice without being dispatched in between, a claim had no winner or two, a repeated
tap made a second order, or something happened to an order after its end; when an order was dispatched without a stored reason; when a job died or a message failed; when the sweep
had to put something right; and when the server refuses a step that the person was shown as possible.

## What came out

${standing(results)}

${clocks(results)}

Times are from start to stop as the wall clock goes, with pauses and nights in them; whether a clock was met is the product's own verdict, which leaves pauses out. Arrival is missed
mostly by what came in late in somebody's turn and was accepted with the next one; resolution because the city's own endings, which are played, came after a median of three days
for heating. What the promise would have to be for these endings is what \`POST /api/staff/sla-replays\` answers.

### Dispatch

${n(first.dispatches.total)} decisions by rule (${first.database}), each stored with the rules that were tried, everybody who was looked at, why they were dropped, and the sentences that people read.

${besides(
  results,
  'where somebody was found',
  (r) => Object.keys(r.dispatches.tiers),
  (r, key) => n(r.dispatches.tiers[key] ?? 0),
).replaceAll(/^\| ([a-z-]+) \|/gm, (line, key) => (TIERS[key] ? `| \`${key}\`: ${TIERS[key]} |` : line))}

${counted(results, 'rule', (r) => r.dispatches.rules)}

${happenings(results)}

### Load (${first.database})

${loads(first)}

Within a group those of one turn share evenly what comes in during it; who rests on the first day (every seventh) has little. The rule of leaks names its people in an order, so the first of them who is at work has
most of the leaks.

### How long it took

${runs(results)}

## How the day is read

- **Times.** 21:15 in New York is 21:15 here, on 25 December of the year in which the server's clock stands. Of ${n(dateOnly)} requests (the housing department's, and a few of the health department's)
  only the date is known. They are spread over the day as the other agencies' requests are: in the order of their keys, which were given as requests came, the i-th of them at the i-th share of the
  way through the others' times.
- **Endings.** ${n(end.real)} requests have a closing time. ${n(end.within)} of these lie within the eight days that are played and are ended at that very time (a closing of which only the date is known, at a
  time between 8 and 20 o'clock drawn from the key); ${n(end.later)} lie later, so that these orders stay open with somebody, as do the ${n(requests.length - end.real)} without a closing time. ${n(end.before)} were closed before they were
  opened, and some within a quarter of an hour of somebody's yes: those end when the model's visit is over.
- **Homes.** Each building has ${n(WHOLE.homes)} homes; an address is always the same home, so some owners report several times. Addresses themselves are not taken over.
- **The model.** Everything that people do is drawn from the SHA-256 of the request's key and the name of the question: no run differs from another but by what the server decides, and it decides alike.

### Boroughs and buildings

${buildingsTable(day)}

### Complaint types and categories

${typesTable(day)}

### The team and its turns

Eight-hour turns (night 0 to 8, day 8 to 16, evening 16 to 24), planned with \`POST /api/staff/rota\`, each colleague resting one day of the week; a supervisor and a manager above. Everybody signs in through
WeChat with a phone that the project file names; owners are named by the purchaser list that the manager uploads, and find their homes by phone.

${teamTable()}

### How people behave

${modelTable()}
`;
}
