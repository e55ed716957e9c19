import type { VerdictSettings } from '@guihu/shared';
import fc from 'fast-check';
import { windowEnd } from './protection.policy';
import { at, referral, touch, verdictFacts } from './verdict.fixture';
import { judge } from './verdict.policy';
import type { ClaimFact, ContactFact, VerdictFacts } from './verdict-facts';

const START = at('2026-09-01 00:00');
const DAY = 24 * 3_600_000;
const instant = fc.integer({ min: 0, max: 60 * DAY }).map((ms) => START + ms);
const fields = fc.subarray(['name', 'gender', 'phone', 'channel', 'area', 'layout'] as const);
const days = fc.option(fc.integer({ min: 0, max: 40 }));
const refusing = fc.constantFrom<'refuse' | 'flag'>('refuse', 'flag');

const someSettings: fc.Arbitrary<VerdictSettings> = fc.record({
  protectionDays: days,
  callInDays: days,
  visitDays: days,
  followUpDays: days,
  lastContactDays: days,
  completeFields: fc.subarray(['name', 'gender', 'phone', 'area'] as const),
  connectedOnly: fc.boolean(),
  householdAsOne: fc.boolean(),
  selfReferral: refusing,
  staffReferral: refusing,
  circularReferral: refusing,
  precedence: fc.constantFrom<'first' | 'referral-first'>('first', 'referral-first'),
});
const claimOf = (i: number): fc.Arbitrary<ClaimFact> =>
  fc.oneof(
    fc
      .record({ when: instant, how: fc.constantFrom<'visit' | 'call-in'>('visit', 'call-in'), filled: fields, household: fc.boolean() })
      .map(({ when, ...given }) => touch(`t${i}`, when, given)),
    fc
      .record({
        when: instant,
        delay: fc.option(fc.integer({ min: 0, max: 10 * DAY })),
        ended: fc.constantFrom(null, null, null, 'declined', 'expired', 'withdrawn', 'lost'),
        referrer: fc.record({ self: fc.boolean(), staff: fc.boolean(), circular: fc.boolean(), household: fc.boolean() }),
        filled: fields,
      })
      .map(({ when, delay, ended, referrer, filled }) =>
        referral(`r${i}`, when, { agreedAt: delay === null ? null : when + delay, ended: ended as null, referrer }, { filled }),
      ),
  );
const claims = fc.integer({ min: 0, max: 6 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => claimOf(i))));
const contact: fc.Arbitrary<ContactFact> = fc.record({
  at: instant,
  kind: fc.constantFrom<'visit' | 'follow-up'>('visit', 'follow-up'),
  connected: fc.boolean(),
  by: fc.constantFrom('林晓', '赵一鸣'),
  household: fc.boolean(),
});
const someFacts: fc.Arbitrary<VerdictFacts> = fc
  .record({
    claims,
    contacts: fc.array(contact, { maxLength: 6 }),
    asOf: instant,
    dealAt: fc.option(instant),
    decided: fc.option(fc.integer({ min: 0, max: 6 })),
  })
  .map(({ claims: all, decided, ...given }) =>
    verdictFacts([...all], {
      ...given,
      decided: decided === null ? null : { key: all[decided]?.key ?? 'touch:gone', by: '周明', at: START },
    }),
  );
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('laws of a verdict', () => {
  it('the same facts give the same decision, also when read back from where they were kept', () => {
    fc.assert(
      fc.property(someFacts, someSettings, (facts, settings) => {
        expect(judge(copy(facts), copy(settings))).toEqual(judge(facts, settings));
      }),
    );
  });

  it('the order in which facts are given says nothing', () => {
    fc.assert(
      fc.property(someFacts, someSettings, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (facts, settings, dice) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => [dice.next().value as number, item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item);
        const other = { ...facts, claims: shuffled(facts.claims), contacts: shuffled(facts.contacts) };
        expect(judge(other, settings)).toEqual(judge(facts, settings));
      }),
    );
  });

  it('at most one wins, the winner says so, and everybody else is told why', () => {
    fc.assert(
      fc.property(someFacts, someSettings, (facts, settings) => {
        const { claims: judged, winner } = judge(facts, settings);
        const winners = judged.flatMap((c, i) => (c.outcome === 'won' ? [i] : []));
        expect(winners).toEqual(winner === null ? [] : [winner]);
        for (const one of judged) expect(one.why === '').toBe(one.outcome === 'won');
      }),
    );
  });

  it('wins only what every rule holds for, unless a manager decided', () => {
    fc.assert(
      fc.property(someFacts, someSettings, (facts, settings) => {
        const { claims: judged, winner } = judge({ ...facts, decided: null }, settings);
        const good = judged.map((c) => c.rules.every((r) => r.held || r.rule === '先后次序'));
        expect(winner === null).toBe(!good.includes(true));
        if (winner !== null && settings.precedence === 'first') expect(good.indexOf(true)).toBe(winner);
      }),
    );
  });

  it('a later claim that is no referral never takes the customer from who has them', () => {
    fc.assert(
      fc.property(someFacts, someSettings, fc.integer({ min: 1, max: 5 * DAY }), fields, (facts, settings, after, filled) => {
        const before = judge(facts, settings);
        if (before.winner === null) return;
        const latest = Math.max(...facts.claims.map((c) => c.at));
        const later = touch('later', latest + after, { filled });
        const then = judge({ ...facts, claims: [...facts.claims, later] }, settings);
        expect(then.claims[then.winner ?? -1]?.key).toBe(before.claims[before.winner]?.key);
      }),
    );
  });

  it('a window holds to its last millisecond and not one longer', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const end = windowEnd(from, length);
        const wins = (visit: number) => {
          const facts = verdictFacts([referral('r', from)], {
            asOf: visit,
            contacts: [{ at: visit, kind: 'visit', connected: true, by: '林晓', household: false }],
          });
          return judge(facts, { ...SETTINGS, protectionDays: length }).winner === 0;
        };
        expect([wins(end), wins(end + 1), (end + 1 - START) % DAY]).toEqual([true, false, 0]);
      }),
    );
  });
});

const SETTINGS: VerdictSettings = {
  protectionDays: 30,
  callInDays: 15,
  visitDays: 7,
  followUpDays: 30,
  lastContactDays: 7,
  completeFields: [],
  connectedOnly: true,
  householdAsOne: true,
  selfReferral: 'refuse',
  staffReferral: 'flag',
  circularReferral: 'flag',
  precedence: 'first',
};
