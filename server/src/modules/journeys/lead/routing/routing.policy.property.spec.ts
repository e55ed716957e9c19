import { ROUTING_STRATEGIES, type RoutingConditions, type RoutingStrategy } from '@guihu/shared';
import fc from 'fast-check';
import { colleague, HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { facts, rule } from '../../../../../test/factories/routing.factory';
import type { CandidateFacts } from '../../../registers/choice';
import { decideRouting, type RoutingFacts } from './routing.policy';

const STRATEGIES = Object.keys(ROUTING_STRATEGIES) as RoutingStrategy[];

const someColleague = (id: string): fc.Arbitrary<CandidateFacts> =>
  fc
    .record({
      teamId: fc.constantFrom('team-1', 'team-2', null),
      active: fc.boolean(),
      onDuty: fc.boolean(),
      onLeave: fc.boolean(),
      startsIn: fc.constantFrom(0, 0, 1, 2, null),
      openItems: fc.integer({ min: 0, max: 4 }),
      capacity: fc.integer({ min: 0, max: 5 }),
      assignedToday: fc.integer({ min: 0, max: 3 }),
      dailyQuota: fc.integer({ min: 0, max: 4 }),
      skills: fc.subarray(['别墅', '英语']),
      count: fc.integer({ min: 0, max: 5 }),
      lastAt: fc.option(fc.integer({ min: 1, max: 9 })),
    })
    .map(({ startsIn, count, lastAt, ...state }) =>
      colleague(id, {
        ...state,
        inShift: startsIn === 0,
        clockStartsAt: startsIn === null ? null : MONDAY_TEN + startsIn * HOUR,
        countsByRule: { r1: count, r2: count },
        lastAssignedByRule: { r1: lastAt, r2: lastAt },
      }),
    );

const IDS = ['a', 'b', 'c', 'd', 'e'];
const team = fc.integer({ min: 0, max: 5 }).chain((n) => fc.tuple(...IDS.slice(0, n).map(someColleague)));
const rules = fc
  .array(
    fc.record({
      strategy: fc.constantFrom(...STRATEGIES),
      teamIds: fc.constantFrom<string[] | undefined>(undefined, ['team-1'], ['team-2']),
      when: fc.constantFrom<RoutingConditions>({}, { channelRoots: ['online'] }, { channelRoots: ['referral'] }),
      weights: fc.dictionary(fc.constantFrom(...IDS), fc.integer({ min: 0, max: 4 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((part, i) => rule({ id: `r${i + 1}`, name: `规则${i + 1}`, skill: '别墅', ...part })));
const world = fc.record({
  candidates: team,
  rules,
  excluded: fc.subarray(IDS, { maxLength: 4 }),
  previousOwnerId: fc.option(fc.constantFrom(...IDS)),
});
const build = (w: { candidates: CandidateFacts[]; excluded: string[]; previousOwnerId: string | null }): RoutingFacts =>
  facts(w.candidates, { excludedStaffIds: w.excluded, maxRounds: 3, lead: { previousOwnerId: w.previousOwnerId } });

/** The filter said again in one line, apart from the code under test. */
const mayTake = (c: CandidateFacts, excluded: string[]) =>
  c.active &&
  c.onDuty &&
  !c.onLeave &&
  c.clockStartsAt !== null &&
  c.openItems < c.capacity &&
  c.assignedToday < c.dailyQuota &&
  !excluded.includes(c.staffId);

const mayTakeBy = (c: CandidateFacts, r: ReturnType<typeof rule>, f: RoutingFacts) =>
  mayTake(c, [...f.excludedStaffIds]) &&
  (!r.teamIds || r.teamIds.includes(c.teamId ?? '')) &&
  !r.when.channelRoots?.includes('referral') &&
  (r.strategy !== 'weighted' || (r.weights?.[c.staffId] ?? 1) > 0) &&
  (r.strategy !== 'skill' || c.skills.includes('别墅')) &&
  (r.strategy !== 'sticky' || c.staffId === f.lead.previousOwnerId);

describe('any world', () => {
  it('whoever is chosen may take the lead by the deciding rule, and is of the best tier', () => {
    fc.assert(
      fc.property(world, (w) => {
        const f = build(w);
        const decision = decideRouting(f, { rules: w.rules });
        if (decision.outcome !== 'offered') return;
        const chosen = f.candidates.find((c) => c.staffId === decision.chosen.staffId) as CandidateFacts;
        const by = w.rules.find((r) => r.id === decision.rule.id) as ReturnType<typeof rule>;
        expect(mayTakeBy(chosen, by, f)).toBe(true);
        if (chosen.inShift) return;
        expect(w.rules.some((r) => f.candidates.some((c) => c.inShift && mayTakeBy(c, r, f)))).toBe(false);
        const starts = f.candidates.filter((c) => mayTakeBy(c, by, f)).map((c) => c.clockStartsAt as number);
        expect(chosen.clockStartsAt).toBe(Math.min(...starts));
      }),
      { numRuns: 2000 },
    );
  });

  it('the outcome is exactly as stated', () => {
    fc.assert(
      fc.property(world, (w) => {
        const f = build(w);
        const somebody = w.rules.some((r) => f.candidates.some((c) => mayTakeBy(c, r, f)));
        const selling = f.candidates.some((c) => c.active);
        const full = f.candidates.some((c) => c.active && (c.openItems >= c.capacity || c.assignedToday >= c.dailyQuota));
        const unplaced = full ? ['escalated', 'pooled'] : ['escalated'];
        const expected = w.excluded.length >= 3 ? ['escalated'] : !selling ? ['pooled'] : somebody ? ['offered'] : unplaced;
        expect(expected).toContain(decideRouting(f, { rules: w.rules }).outcome);
      }),
      { numRuns: 2000 },
    );
  });

  it('everybody but the chosen one is told why, once each, and the last sentence concludes', () => {
    fc.assert(
      fc.property(world, (w) => {
        const decision = decideRouting(build(w), { rules: w.rules });
        expect(decision.candidates.map((c) => c.staffId).sort()).toEqual(w.candidates.map((c) => c.staffId).sort());
        for (const c of decision.candidates) expect([c.chosen, Boolean(c.dropped?.text)]).toEqual([c.chosen, !c.chosen]);
        expect(decision.candidates.filter((c) => c.chosen)).toHaveLength(decision.outcome === 'offered' ? 1 : 0);
        expect(decision.sentences.at(-1)).toMatch(
          decision.outcome === 'offered' ? /分配给/ : decision.outcome === 'pooled' ? /公海/ : /请经理安排/,
        );
        for (const tried of decision.rulesTried) expect(tried.reason).toMatch(/\p{Script=Han}/u);
      }),
    );
  });

  it('is decided the same again, in whatever order colleagues are listed, and leaves the facts as they were', () => {
    fc.assert(
      fc.property(world, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (w, order) => {
        const f = build(w);
        const before = JSON.stringify(f);
        const shuffled = f.candidates.map((c, i) => [order[i] as number, c] as const).sort((a, b) => a[0] - b[0]);
        const again = decideRouting({ ...f, candidates: shuffled.map(([, c]) => c) }, { rules: w.rules });
        expect(again).toEqual(decideRouting(f, { rules: w.rules }));
        expect(JSON.stringify(f)).toBe(before);
      }),
    );
  });
});
