import { createHash } from 'node:crypto';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A number from 0 to 1 that depends on nothing but its name: the same day is played the same way on every machine. */
export function draw(...names) {
  return createHash('sha256').update(names.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

/** Minutes between two limits. */
export const between = (u, least, most) => (least + u * (most - least)) * MINUTE;

/**
 * One of several stretches of minutes: `[share, least, most]` each, shares adding up to 1. The one that the first draw falls into,
 * and in it the place of the second.
 */
export function stretch(table, u, v) {
  let left = u;
  for (const [share, least, most] of table) {
    if (left < share) return between(v, least, most);
    left -= share;
  }
  const [, least, most] = table.at(-1);
  return between(v, least, most);
}

/** How people behave: every number of the model, in one place. Minutes unless said otherwise. */
export const MODEL = {
  /** Of those asked by a rule who are in their turn. */
  declines: { share: 0.03, after: [2, 10] },
  accepts: [
    [0.78, 1, 12],
    [0.14, 12, 45],
    [0.05, 45, 110],
    [0.03, 130, 300],
  ],
  /** Of those who accepted. */
  transfers: { share: 0.02, after: [5, 20] },
  returns: { share: 0.015, after: [5, 20] },
  arrives: [
    [0.85, 15, 120],
    [0.11, 120, 235],
    [0.04, 240, 420],
  ],
  overtimeHours: 2,
  /** Whoever ended it at the real time had been there by this share of the way. */
  latestArrival: 0.6,
  works: [[1, 10, 75]],
  responds: [
    [0.7, 10, 120],
    [0.25, 120, 720],
    [0.05, 720, 1500],
  ],
  latestResponse: 0.7,
  /** Of visits after which the real ending is more than six hours away. */
  pauses: { share: 0.6, after: [20, 60], hours: [4, 71] },
  /** Of orders put before several: in the share left over nobody taps. */
  claims: {
    share: 0.97,
    after: [
      [0.8, 1, 8],
      [0.2, 8, 60],
    ],
    together: 0.3,
  },
  supervisorActs: 0.7,
  /** Of owners, after the work. */
  rates: {
    share: 0.55,
    after: [
      [0.6, 10, 240],
      [0.35, 240, 1440],
      [0.05, 2900, 4200],
    ],
  },
  stars: [
    [0.6, 5],
    [0.22, 4],
    [0.09, 3],
    [0.05, 2],
    [0.04, 1],
  ],
  stillBroken: 0.6,
  /** How far a complaint reaches and how angry somebody is, from 1 to 3. */
  scopes: [
    [0.85, 1],
    [0.12, 2],
    [0.03, 3],
  ],
  moods: [
    [0.6, 1],
    [0.32, 2],
    [0.08, 3],
  ],
  tapsTwice: 0.05,
  urges: { share: 0.06, after: [40, 300] },
  cancels: { share: 0.008, after: [5, 60] },
};

/** One of several values, `[share, value]` each. */
export function oneOf(table, u) {
  let left = u;
  for (const [share, value] of table) {
    if (left < share) return value;
    left -= share;
  }
  return table.at(-1)[1];
}
