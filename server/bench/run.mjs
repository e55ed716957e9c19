// Measures what docs/performance.md promises. Not a test: figures depend on the machine, ratios within one run say more.
import { benchBoard } from './board.bench.mjs';
import { benchBooking } from './booking.bench.mjs';
import { benchClaims } from './claims.bench.mjs';
import { benchIntake } from './intake.bench.mjs';
import { benchList } from './list.bench.mjs';
import { benchNotify } from './notify.bench.mjs';
import { benchPhoto } from './photo.bench.mjs';
import { benchReport } from './report.bench.mjs';
import { benchSlots } from './slots.bench.mjs';
import { benchStorm } from './storm.bench.mjs';
import { table } from './table.mjs';

const args = process.argv.slice(2);
const only = args
  .find((a) => a.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const quick = args.includes('--quick');
const wants = (name) => !only || only.includes(name);
const server = process.env.BENCH_DATABASE_URL ?? 'mariadb://root@127.0.0.1:3306/';
const say = (line) => process.stderr.write(`${line}\n`);

const figures = {};
if (wants('intake')) {
  say('lead intake beside the bare limit …');
  figures.intake = await benchIntake(server, { rounds: quick ? 3 : 7, seconds: quick ? 2 : 5 });
}
if (wants('list')) {
  say('the newest 20 by status, at 10,000 and at 1,000,000 leads …');
  figures.list = await benchList(server, {
    small: 10_000,
    large: quick ? 100_000 : 1_000_000,
    rounds: quick ? 3 : 5,
    seconds: quick ? 1 : 3,
  });
}
if (wants('notify')) {
  say('from the tap to the message in WeChat, 100 leads a second …');
  const { notify, memory } = await benchNotify(server, { perSecond: 100, seconds: quick ? 10 : 60 });
  Object.assign(figures, { notify, memory });
}
if (wants('report')) {
  say('a reported repair beside the bare limit …');
  figures.report = await benchReport(server, { rounds: quick ? 3 : 7, seconds: quick ? 2 : 5 });
}
if (wants('board')) {
  say('the twenty most urgent of the board, at 10,000 and at 500,000 orders …');
  figures.board = await benchBoard(server, {
    small: 10_000,
    large: quick ? 100_000 : 500_000,
    rounds: quick ? 3 : 5,
    seconds: quick ? 1 : 3,
  });
}
if (wants('storm')) {
  say('a storm: 1,000 orders to 50 engineers …');
  figures.storm = await benchStorm(server, { orders: 1_000, engineers: 50, rounds: quick ? 1 : 3 });
}
if (wants('claims')) {
  say('10,000 claims judged, in memory …');
  figures.claims = benchClaims({ claims: 10_000, rounds: quick ? 3 : 9 });
}
if (wants('slots')) {
  say('the slots of thirty days, where 100,000 visits were booked …');
  figures.slots = await benchSlots(server, { bookings: quick ? 20_000 : 100_000, rounds: quick ? 2 : 5, seconds: quick ? 1 : 3 });
}
if (wants('booking')) {
  say('1,000 people want 200 seats, beside the bare limit …');
  figures.booking = await benchBooking(server, { people: 1_000, seats: 200, rounds: quick ? 2 : 5 });
}
if (wants('photo')) {
  say('photos of 12 megapixels, four at once …');
  figures.photo = await benchPhoto(server, { photos: quick ? 24 : 120, atOnce: 4 });
}

if (args.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else process.stdout.write(table(figures));
