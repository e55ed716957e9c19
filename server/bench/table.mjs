const n = (value, digits = 0) => value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });

const besideLimit = (what, f, mark) => [
  [`${what}, bare limit`, `${n(f.limitPerSecond)} req/s (p99 ${n(f.limitP99Ms)} ms)`, ''],
  [`${what}, Guihu`, `${n(f.appPerSecond)} req/s (p99 ${n(f.appP99Ms)} ms)`, ''],
  [`${what}, share of the limit`, n(f.ratioToLimit, 2), mark],
];

const growing = (what, things, f, growth, mark) => [
  [`${what}, ${n(f.smallRows)} ${things}`, `${n(f.smallMs, 2)} ms median`, ''],
  [`${what}, ${n(f.largeRows)} ${things}`, `${n(f.largeMs, 2)} ms median`, ''],
  [`${what}, growth`, n(growth, 2), mark],
];

/** Rows of each figure: what, how much, and what we hold ourselves to. */
const ROWS = {
  intake: (f) => besideLimit('intake', f, '≥ 0.70'),
  list: (f) => growing('newest 20', 'leads', f, f.growth10kTo1m, '≤ 1.50'),
  notify: (f) => [
    [`tap to message, ${n(f.perSecond)} leads/s for ${f.seconds} s`, `p50 ${n(f.p50Ms)} ms, p99 ${n(f.p99Ms)} ms`, 'p99 ≤ 1,000 ms'],
    ['leads without their message', n(f.undone), '0'],
  ],
  memory: (f) => [['resident memory under that load', `${n(f.rssMb)} MB`, '≤ 300 MB']],
  report: (f) => besideLimit('report', f, '≥ 0.50'),
  board: (f) => [
    ...growing('20 most urgent', 'orders', f, f.growth10kTo500k, '≤ 1.50'),
    [`wall board alone, ${n(f.largeOpen)} open orders`, `${n(f.wallMs)} ms median`, ''],
  ],
  storm: (f) => [
    [`${n(f.orders)} orders reported`, `after ${n(f.reportedSeconds, 1)} s`, ''],
    [`dispatched to ${n(f.engineersAsked)} engineers and explained`, `after ${n(f.dispatchedSeconds, 1)} s`, ''],
    ['engineers told inside WeChat', `after ${n(f.seconds, 1)} s`, '≤ 10 s'],
    ['owners told', `after ${n(f.ownersToldSeconds, 1)} s`, ''],
  ],
  claims: (f) => [[`${n(f.claims)} claims of ${n(f.customers)} customers judged`, `${n(f.perSecond)} claims/s`, '≥ 10,000 claims/s']],
  slots: (f) => [
    [`slots of 30 days (${n(f.slots)}), ${n(f.bookings)} bookings`, `p50 ${n(f.p50Ms)} ms, p95 ${n(f.p95Ms)} ms`, 'p95 ≤ 50 ms'],
    ['the same, 16 at once', `${n(f.perSecond)} req/s`, ''],
  ],
  booking: (f) => [
    [`${n(f.people)} people, ${n(f.seats)} seats: booked`, `${n(f.bookedLeast)} to ${n(f.bookedMost)}`, n(f.seats)],
    ['answers of the kind 5xx', n(f.faults), '0'],
    ['booking storm, bare limit', `${n(f.limitPerSecond)} answers/s`, ''],
    ['booking storm, Guihu', `${n(f.appPerSecond)} answers/s (p99 ${n(f.p99Ms)} ms)`, ''],
    ['booking storm, share of the limit', n(f.ratioToLimit, 2), '≥ 0.40'],
  ],
  photo: ({ photoMb, atOnce, p50Ms, p95Ms, perSecond, rssMb, restMb }) => [
    [`a photo of ${n(photoMb, 1)} MB, ${atOnce} at once`, `p50 ${n(p50Ms)} ms, p95 ${n(p95Ms)} ms, ${n(perSecond, 1)}/s`, 'p95 ≤ 1,000 ms'],
    ['resident memory meanwhile', `${n(rssMb)} MB (${n(restMb)} MB before)`, '≤ 450 MB'],
  ],
};

/** The figures as a table for people. */
export function table(figures) {
  const rows = [['what', 'figure', 'mark'], ...Object.entries(figures).flatMap(([key, figure]) => ROWS[key](figure))];
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((r) => r[i].length)));
  const lines = rows.map((r) => `| ${r.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
  return `${[lines[0], `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...lines.slice(1)].join('\n')}\n`;
}
