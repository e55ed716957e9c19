import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { draw, HOUR } from './draws.mjs';
import { buildingOf, reportedAs } from './mapping.mjs';

/**
 * The requests of the day, earliest first. Instants are milliseconds since the midnight with which the day began: 21:15 in New York
 * is 21:15 here.
 */
export function readDay(file, { homes }) {
  const text = readFileSync(file);
  const rows = parse(text, { columns: true, skip_empty_lines: true }).map(read);
  if (new Set(rows.map((row) => row.key)).size !== rows.length) throw new Error('two rows have the same Unique Key');
  const [day] = rows.map((row) => row.created.date);
  if (rows.some((row) => row.created.date !== day)) throw new Error('the file holds more than one day');
  const dated = rows.filter((row) => row.created.time === 0).sort((a, b) => (a.key < b.key ? -1 : 1));
  const timed = rows.filter((row) => row.created.time > 0).map((row) => row.created.time);
  spread(dated, timed);
  const requests = rows.map((row) => requestOf(row, day, homes)).sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return { day, requests, dateOnly: dated.length, sha256: createHash('sha256').update(text).digest('hex') };
}

const read = (row) => ({
  key: row['Unique Key'],
  created: instantOf(row['Created Date']),
  closed: row['Closed Date'] ? instantOf(row['Closed Date']) : null,
  agency: row.Agency,
  type: row['Complaint Type'],
  descriptor: row.Descriptor,
  borough: row.Borough,
  place: row['Incident Address'] || row['Intersection Street 1'] || row['Unique Key'],
});

/** `12/25/2013 11:59:08 PM`: the civil day as epoch ms, and milliseconds since its midnight. */
function instantOf(text) {
  const [, month, day, year, hour, minute, second, half] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) ([AP])M$/.exec(text) ?? [];
  if (!half) throw new Error(`"${text}" is no time of this file`);
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return {
    date: Date.UTC(Number(year), Number(month) - 1, Number(day)),
    time: hours * HOUR + (Number(minute) * 60 + Number(second)) * 1000,
  };
}

/**
 * Requests of which only the date is known come over the day as the others did: in the order of their keys, which were given in the
 * order of arrival, each at its share of the way through the others' times.
 */
function spread(dated, timed) {
  const known = [...timed].sort((a, b) => a - b);
  if (known.length < 2) throw new Error('no request of the file tells its hour');
  for (const [i, row] of dated.entries()) {
    const place = ((i + 0.5) / dated.length) * (known.length - 1);
    const [before, after] = [known[Math.floor(place)], known[Math.ceil(place)]];
    row.created.time = Math.round((before + (after - before) * (place % 1)) / 1000) * 1000;
  }
}

function requestOf(row, day, homes) {
  const building = buildingOf(row.borough);
  return {
    key: row.key,
    at: row.created.time,
    endsAt: endOf(row, day),
    agency: row.agency,
    type: row.type,
    descriptor: row.descriptor,
    borough: row.borough,
    home: { building, label: homeOf(row.place, homes) },
    ...reportedAs(row.type, row.descriptor),
  };
}

/** When it was really closed; a closing of which only the date is known was some time between eight and twenty o'clock. */
function endOf({ key, closed }, day) {
  if (closed === null) return null;
  const time = closed.time > 0 ? closed.time : 8 * HOUR + Math.floor(draw(key, 'closed') * 12 * 3600) * 1000;
  return closed.date - day + time;
}

/** The same address is always the same home: 101 to 106 on the first floor, and so on. */
function homeOf(place, homes) {
  const number = Math.floor(draw('home', place) * homes);
  return String((Math.floor(number / 6) + 1) * 100 + (number % 6) + 1);
}

export const homesOf = (building, homes) => {
  const labels = Array.from({ length: homes }, (_, n) => ({
    floor: Math.floor(n / 6) + 1,
    label: String((Math.floor(n / 6) + 1) * 100 + (n % 6) + 1),
  }));
  return labels.map((home) => ({ building, ...home }));
};

/** The day in Beijing on which it is played: the next 25 December, so that a moved clock only goes forward. */
export function midnightOfPlay(now) {
  const beijing = 8 * HOUR;
  const year = new Date(now + beijing).getUTCFullYear();
  const christmas = (y) => Date.UTC(y, 11, 25) - beijing;
  return christmas(year) >= now ? christmas(year) : christmas(year + 1);
}
