import { DISPATCH_MODES, type DispatchConditions, type DispatchMode, type DispatchRule } from '@guihu/shared';
import fc from 'fast-check';
import { HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { engineer, facts, rule } from '../../../../../test/factories/dispatch.factory';
import type { CandidateFacts } from '../../../registers/choice';
import { decideDispatch } from './dispatch.policy';
import type { DispatchFacts, LetGo } from './dispatch-facts';

const MODES = Object.keys(DISPATCH_MODES) as DispatchMode[];
const IDS = ['a', 'b', 'c', 'd', 'e'];

const somebody = (id: string): fc.Arbitrary<CandidateFacts> =>
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
      dailyQuota: fc.integer({ min: 1, max: 4 }),
      skills: fc.subarray(['防水', '电工']),
      count: fc.integer({ min: 0, max: 5 }),
      lastAt: fc.option(fc.integer({ min: 1, max: 9 })),
    })
    .map(({ startsIn, count, lastAt, ...state }) =>
      engineer(id, {
        ...state,
        inShift: startsIn === 0,
        clockStartsAt: startsIn === null ? null : MONDAY_TEN + startsIn * HOUR,
        countsByRule: { r1: count, r2: count },
        lastAssignedByRule: { r1: lastAt, r2: lastAt },
      }),
    );

const world = fc
  .record({
    candidates: fc.subarray(IDS).chain((ids) => fc.tuple(...ids.map(somebody))),
    rules: fc.array(
      fc.record({
        mode: fc.constantFrom(...MODES),
        when: fc.constantFrom<DispatchConditions>({}, { categoryIds: ['water'] }, { urgent: true }),
        group: fc.record({
          skills: fc.constantFrom<string[] | undefined>(undefined, ['防水'], ['防水', '电工'], []),
          teamIds: fc.constantFrom<string[] | undefined>(undefined, ['team-1']),
          staffIds: fc.constantFrom<string[] | undefined>(undefined, ['c', 'a'], []),
        }),
        weights: fc.option(fc.dictionary(fc.constantFrom(...IDS), fc.integer({ min: 0, max: 3 })), { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
    excluded: fc.array(
      fc.record({ staffId: fc.constantFrom(...IDS), because: fc.constantFrom<LetGo>('declined', 'missed', 'returned', 'transferred') }),
      { maxLength: 4 },
    ),
    supervisor: fc.option(fc.constant({ id: 'sup', name: '王芳' })),
  })
  .map(({ candidates, rules, ...over }) => ({
    facts: facts(candidates, over),
    rules: rules.map((part, i) => rule({ id: `r${i + 1}`, name: `规则${i + 1}`, ...part })),
  }));

/** The tiers said again in a few lines, apart from the code under test. */
const mine = (c: CandidateFacts, r: DispatchRule, f: DispatchFacts) => {
  const { teamIds = [], staffIds = [], skills = [] } = r.group;
  const named = teamIds.length + staffIds.length === 0 || staffIds.includes(c.staffId) || teamIds.includes(c.teamId ?? '');
  const skilled = skills.length === 0 || skills.some((skill) => c.skills.includes(skill));
  const weighs = r.mode !== 'rotate' || (r.weights?.[c.staffId] ?? 1) > 0;
  return c.active && named && skilled && weighs && !f.excluded.some((e) => e.staffId === c.staffId);
};
const hasRoom = (c: CandidateFacts) => c.openItems < c.capacity && c.assignedToday < c.dailyQuota;
const onDuty = (c: CandidateFacts) => c.onDuty && !c.onLeave && c.inShift && hasRoom(c);
const away = (c: CandidateFacts) => !c.onLeave && c.clockStartsAt !== null && hasRoom(c);
const fits = (r: DispatchRule) => r.when.urgent !== true;
const takers = (d: ReturnType<typeof decideDispatch>) => [...(d.chosen ? [d.chosen.id] : []), ...d.claimants.map((c) => c.id)];

/** Which rule and tier must have found somebody. */
function expected({ facts: f, rules }: { facts: DispatchFacts; rules: DispatchRule[] }): [string | null, string] {
  if (f.excluded.filter((e) => e.because !== 'transferred').length >= 3) return [null, 'supervisor'];
  const anybody = (r: DispatchRule, may: (c: CandidateFacts) => boolean) => f.candidates.some((c) => mine(c, r, f) && may(c));
  const working = rules.find((r) => fits(r) && anybody(r, onDuty));
  if (working) return [working.id, 'on-duty'];
  const any = rules.find((r) => fits(r) && anybody(r, () => true));
  return any ? [any.id, anybody(any, away) ? 'away' : 'group'] : [null, 'supervisor'];
}

describe('any world', () => {
  it('somebody is named or the supervisor decides, by the rule and in the tier that the fallbacks state', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(world, (w) => {
        const decision = decideDispatch(w.facts, { rules: w.rules });
        expect([decision.rule?.id ?? null, decision.tier]).toEqual(expected(w));
        seen.add(`${decision.outcome} ${decision.tier}`);
        if (decision.outcome === 'supervisor') expect(decision.supervisor).toEqual(w.facts.supervisor ?? w.facts.manager);
        else expect(takers(decision).length).toBeGreaterThan(0);
        expect(decision.outcome === 'assigned').toBe(decision.chosen !== null);
        expect(decision.outcome === 'claimable').toBe(decision.claimants.length > 0);
      }),
      { numRuns: 4000 },
    );
    expect([...seen].sort()).toEqual(['assigned away', 'assigned group', 'assigned on-duty', 'claimable on-duty', 'supervisor supervisor']);
  });

  it('whoever takes it belongs to the tier: at work before at home, and never somebody who let it go', () => {
    fc.assert(
      fc.property(world, (w) => {
        const decision = decideDispatch(w.facts, { rules: w.rules });
        const by = w.rules.find((r) => r.id === decision.rule?.id);
        for (const id of takers(decision)) {
          const taker = w.facts.candidates.find((c) => c.staffId === id) as CandidateFacts;
          expect(mine(taker, by as DispatchRule, w.facts)).toBe(true);
          if (decision.tier === 'on-duty') expect(onDuty(taker)).toBe(true);
          if (decision.tier !== 'away') continue;
          const starts = w.facts.candidates.filter((c) => mine(c, by as DispatchRule, w.facts) && away(c)).map((c) => c.clockStartsAt);
          expect(taker.clockStartsAt).toBe(Math.min(...(starts as number[])));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('least in hand never takes a fuller one, and the last resort nobody on leave before one who is not', () => {
    fc.assert(
      fc.property(world, (w) => {
        const decision = decideDispatch(w.facts, { rules: w.rules });
        const by = w.rules.find((r) => r.id === decision.rule?.id);
        const chosen = w.facts.candidates.find((c) => c.staffId === decision.chosen?.id);
        if (!by || !chosen) return;
        const load = (c: CandidateFacts) => (c.capacity === 0 ? Number.POSITIVE_INFINITY : c.openItems / c.capacity);
        const group = w.facts.candidates.filter((c) => mine(c, by, w.facts));
        if (decision.tier === 'on-duty' && by.mode === 'least-loaded') {
          for (const other of group.filter(onDuty)) expect(load(chosen)).toBeLessThanOrEqual(load(other));
        }
        if (decision.tier !== 'group') return;
        if (chosen.onLeave) expect(group.every((c) => c.onLeave)).toBe(true);
        for (const other of group.filter((c) => c.onLeave === chosen.onLeave)) expect(load(chosen)).toBeLessThanOrEqual(load(other));
      }),
      { numRuns: 4000 },
    );
  });

  it('everybody who was not asked is told why, once each, and the last sentence concludes', () => {
    fc.assert(
      fc.property(world, (w) => {
        const decision = decideDispatch(w.facts, { rules: w.rules });
        expect(decision.candidates.map((c) => c.staffId).sort()).toEqual(w.facts.candidates.map((c) => c.staffId).sort());
        for (const c of decision.candidates) expect(Boolean(c.dropped?.text)).toBe(!takers(decision).includes(c.staffId));
        expect(decision.candidates.filter((c) => c.chosen).map((c) => c.staffId)).toEqual(decision.chosen ? [decision.chosen.id] : []);
        expect(
          decision.candidates
            .filter((c) => c.claimant)
            .map((c) => c.staffId)
            .sort(),
        ).toEqual(decision.claimants.map((c) => c.id));
        const last = { assigned: /派给.*师傅/, claimable: /抢单，先接先得$/, supervisor: /安排$/ }[decision.outcome];
        expect(decision.sentences.at(-1)).toMatch(last);
      }),
    );
  });

  it('is decided the same again, in whatever order engineers are listed, and leaves the facts as they were', () => {
    fc.assert(
      fc.property(world, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), ({ facts: f, rules }, order) => {
        const before = JSON.stringify(f);
        const shuffled = f.candidates.map((c, i) => [order[i] as number, c] as const).sort((x, y) => x[0] - y[0]);
        const again = decideDispatch({ ...f, candidates: shuffled.map(([, c]) => c) }, { rules });
        expect(again).toEqual(decideDispatch(f, { rules }));
        expect(JSON.stringify(f)).toBe(before);
      }),
    );
  });
});

describe('over many orders', () => {
  /** Dispatches one after another, several within a millisecond; answers how many each had, after every one. */
  function run(by: DispatchRule, people: number, orders: number, step: (counts: number[]) => void) {
    const counts = Array<number>(people).fill(0);
    const last = Array<number | null>(people).fill(null);
    for (let n = 0; n < orders; n++) {
      const at = MONDAY_TEN + Math.floor(n / 3);
      const team = counts.map((count, i) =>
        engineer(`s${i}`, {
          openItems: count,
          capacity: orders,
          countsByRule: { r1: count },
          lastAssignedByRule: { r1: last[i] as number | null },
        }),
      );
      const chosen = Number(decideDispatch({ ...facts(team), at }, { rules: [by] }).chosen?.id.slice(1));
      counts[chosen] = (counts[chosen] as number) + 1;
      last[chosen] = at;
      step(counts);
    }
  }

  it.each<DispatchMode>(['rotate', 'least-loaded'])('%s: nobody is ever two ahead of anybody', (mode) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (people) => {
        run(rule({ mode }), people, 60, (counts) => expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1));
      }),
      { numRuns: 9 },
    );
  });

  it('rotate with weights: everybody stays within one of the exact share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (shares) => {
        const total = shares.reduce((a, b) => a + b, 0);
        const weights = Object.fromEntries(shares.map((share, i) => [`s${i}`, share]));
        let given = 0;
        run(rule({ mode: 'rotate', weights }), shares.length, 60, (counts) => {
          given += 1;
          for (const [i, count] of counts.entries()) expect(Math.abs(count - (given * (shares[i] as number)) / total)).toBeLessThan(1);
        });
      }),
      { numRuns: 30 },
    );
  });
});
