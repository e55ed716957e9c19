import { colleague, HOUR, MONDAY_TEN } from '../../../../test/factories/choice.factory';
import type { CandidateFacts } from './candidate-facts';
import { inOrderOf, leastLoaded, leastLoadedPresent, type Ranking, roundRobin, weighted } from './rankings.policy';

const order = (ranking: Ranking, people: CandidateFacts[], weights?: Record<string, number>) =>
  ranking(people, { id: 'r1', weights })
    .map((c) => c.staffId)
    .join('');

it('round robin takes whoever waited longest; the never assigned come first', () => {
  const last = (at: number | null) => ({ lastAssignedByRule: { r1: at } });
  const team = [colleague('a', last(MONDAY_TEN - HOUR)), colleague('b', last(MONDAY_TEN - 2 * HOUR)), colleague('c', last(null))];
  expect(order(roundRobin, team)).toBe('cba');
});

it('round robin does not make up for turns that somebody was away for: a newcomer would get everything', () => {
  const had = (n: number, hoursAgo: number) => ({ countsByRule: { r1: n }, lastAssignedByRule: { r1: MONDAY_TEN - hoursAgo * HOUR } });
  expect(order(roundRobin, [colleague('a', had(1, 1)), colleague('b', had(90, 2))])).toBe('ba');
});

it('round robin within one instant takes whoever had fewer', () => {
  const state = (n: number) => ({ lastAssignedByRule: { r1: MONDAY_TEN }, countsByRule: { r1: n } });
  expect(order(roundRobin, [colleague('a', state(3)), colleague('b', state(2))])).toBe('ba');
});

it('least loaded compares by share of the own capacity, and by number when the shares are the same', () => {
  const [a, b] = [colleague('a', { openItems: 9, capacity: 10 }), colleague('b', { openItems: 30, capacity: 60 })];
  expect(order(leastLoaded, [a, b])).toBe('ba');
  expect(order(leastLoaded, [colleague('a', { openItems: 4, capacity: 8 }), colleague('b', { openItems: 2, capacity: 4 })])).toBe('ba');
});

it('somebody without any capacity is the fullest of all', () => {
  const none = colleague('a', { openItems: 0, capacity: 0 });
  expect(order(leastLoaded, [none, colleague('b', { openItems: 7, capacity: 5 })])).toBe('ba');
});

it('least loaded of those present puts leave behind any load', () => {
  const away = colleague('a', { openItems: 0, onLeave: true });
  expect(order(leastLoadedPresent, [away, colleague('b', { openItems: 60 })])).toBe('ba');
  expect(order(leastLoaded, [away, colleague('b', { openItems: 60 })])).toBe('ab');
});

it('a named order comes first, then the least loaded of the others', () => {
  const team = [colleague('a', { openItems: 5 }), colleague('b', { openItems: 4 }), colleague('c'), colleague('d')];
  expect(order(inOrderOf(['d', null, 'c']), team)).toBe('dcba');
});

it('by weight, a colleague without an entry weighs one', () => {
  expect(order(weighted, [colleague('a', { countsByRule: { r1: 1 } }), colleague('b')], { a: 1 })).toBe('ba');
});
