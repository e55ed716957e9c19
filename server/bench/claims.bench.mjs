import { createRequire } from 'node:module';
import { median } from './load.mjs';

const require = createRequire(import.meta.url);
const VERDICT = '../dist/modules/journeys/referral/verdict/verdict.policy.js';

const DAY = 24 * 3_600_000;
/** Midnight of a Beijing day. */
const START = Date.UTC(2026, 8, 1) - 8 * 3_600_000;
const FIELDS = ['name', 'gender', 'phone', 'channel', 'area', 'layout'];
const CLAIMS_EACH = 5;

/** How many claims on customers one process judges in a second, explained; nothing but memory is asked. */
export function benchClaims({ claims, rounds }) {
  const { judge } = require(VERDICT);
  const { DEFAULT_VERDICT_SETTINGS } = require('@guihu/shared');
  const customers = Array.from({ length: claims / CLAIMS_EACH }, (_, i) => customerOf(i));
  const seconds = [];
  let won = 0;
  for (let round = 0; round <= rounds; round++) {
    won = 0;
    const from = performance.now();
    for (const facts of customers) if (judge(facts, DEFAULT_VERDICT_SETTINGS).winner !== null) won++;
    // The first one warms up.
    if (round > 0) seconds.push((performance.now() - from) / 1000);
  }
  return { claims, customers: customers.length, won, seconds: median(seconds), perSecond: claims / median(seconds) };
}

/** Two forms, a walk-in and two friends' friends, with eight contacts and, for every other one, a deal. */
function customerOf(i) {
  const at = (days) => START + days * DAY + ((i * 7_919) % DAY);
  const touch = (key, days, how) => ({
    key: `touch:${i}-${key}`,
    kind: how === 'visit' ? 'walk-in' : 'channel',
    label: how === 'visit' ? '自然到访「售楼处到访」' : '渠道「抖音直播」',
    at: at(days),
    how,
    filled: i % 9 === 0 ? ['phone'] : FIELDS,
    household: false,
    referral: null,
  });
  const referral = (key, days) => ({
    ...touch(key, days, 'referral'),
    key: `referral:${i}-${key}`,
    kind: 'referral',
    label: '陈女士的推荐',
    referral: {
      agreedAt: i % 7 === 0 ? null : at(days + 1),
      promisedUntil: null,
      ended: null,
      referrer: { self: i % 50 === 0, staff: i % 31 === 0, circular: false, household: false },
    },
  });
  const contacts = Array.from({ length: 8 }, (_, n) => ({
    at: at(3 + n * 6 + (i % 5)),
    kind: n % 4 === 0 ? 'visit' : 'follow-up',
    connected: (i + n) % 3 !== 0,
    by: '林晓',
    household: false,
  }));
  return {
    asOf: at(50),
    claims: [touch('a', i % 12, 'call-in'), touch('b', 6, 'visit'), referral('c', 2), referral('d', 9), touch('e', 20, 'call-in')],
    contacts,
    dealAt: i % 2 === 0 ? at(48) : null,
    decided: null,
  };
}
