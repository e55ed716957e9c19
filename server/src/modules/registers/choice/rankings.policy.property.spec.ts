import fc from 'fast-check';
import { colleague, MONDAY_TEN } from '../../../../test/factories/choice.factory';
import type { CandidateFacts } from './candidate-facts';
import { inOrderOf, leastLoaded, leastLoadedPresent, type Ranking, roundRobin, weighted } from './rankings.policy';

/** Gives `things` one after another; several may fall within one millisecond, as in an import. */
function run(ranking: Ranking, weights: number[], things: number, step: (counts: number[]) => void, perMs = 3) {
  const counts = weights.map(() => 0);
  const last: (number | null)[] = weights.map(() => null);
  const rule = { id: 'r1', weights: Object.fromEntries(weights.map((w, i) => [`s${i}`, w])) };
  for (let n = 0; n < things; n++) {
    const people = weights.map((_, i) =>
      colleague(`s${i}`, { countsByRule: { r1: counts[i] as number }, lastAssignedByRule: { r1: last[i] as number | null } }),
    );
    const chosen = Number(ranking(people, rule)[0]?.staffId.slice(1));
    counts[chosen] = (counts[chosen] as number) + 1;
    last[chosen] = MONDAY_TEN + Math.floor(n / perMs);
    step(counts);
  }
}

describe('fair shares over many', () => {
  it('weighted: everybody stays within one of the exact share after every decision', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }), (weights) => {
        const total = weights.reduce((a, b) => a + b, 0);
        let given = 0;
        run(weighted, weights, 120, (counts) => {
          given += 1;
          for (const [i, count] of counts.entries()) expect(Math.abs(count - (given * (weights[i] as number)) / total)).toBeLessThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('weighted: one heavy colleague among many light ones does not run ahead', () => {
    const atTen: number[] = [];
    run(weighted, [10, ...Array(10).fill(1)], 10, (counts) => atTen.push(counts[0] as number));
    expect(atTen.at(-1)).toBe(5);
  });

  it('round robin: nobody is ever two ahead of anybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (people, perMs) => {
        run(
          roundRobin,
          Array(people).fill(1),
          100,
          (counts) => expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1),
          perMs,
        );
      }),
      { numRuns: 40 },
    );
  });
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const somebody = (id: string): fc.Arbitrary<CandidateFacts> =>
  fc
    .record({
      onLeave: fc.boolean(),
      openItems: fc.integer({ min: 0, max: 4 }),
      capacity: fc.integer({ min: 0, max: 4 }),
      countsByRule: fc.record({ r1: fc.integer({ min: 0, max: 3 }) }),
      lastAssignedByRule: fc.record({ r1: fc.option(fc.integer({ min: 1, max: 4 })) }),
    })
    .map((state) => colleague(id, state));
const people = fc.subarray(IDS, { minLength: 1 }).chain((ids) => fc.tuple(...ids.map(somebody)));

describe('every ranking', () => {
  const rankings: [string, Ranking][] = [
    ['round robin', roundRobin],
    ['weighted', weighted],
    ['least loaded', leastLoaded],
    ['least loaded of those present', leastLoadedPresent],
    ['a named order', inOrderOf(['c', 'a'])],
  ];

  it.each(rankings)('%s: names everybody once, in an order that does not depend on how they were listed', (_name, ranking) => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (team, order) => {
        const shuffled = team.map((c, i) => [order[i] as number, c] as const).sort((x, y) => x[0] - y[0]);
        const ranked = ranking(team, { id: 'r1', weights: { a: 2 } }).map((c) => c.staffId);
        expect([...ranked].sort()).toEqual(team.map((c) => c.staffId).sort());
        expect(
          ranking(
            shuffled.map(([, c]) => c),
            { id: 'r1', weights: { a: 2 } },
          ).map((c) => c.staffId),
        ).toEqual(ranked);
      }),
    );
  });
});
