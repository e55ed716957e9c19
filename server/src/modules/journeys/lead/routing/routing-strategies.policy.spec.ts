import { colleague, HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { facts, rule } from '../../../../../test/factories/routing.factory';
import type { CandidateFacts } from '../../../registers/choice';
import { decideRouting } from './routing.policy';

const chosenBy = (strategy: Parameters<typeof rule>[0], candidates: CandidateFacts[], lead = {}) =>
  decideRouting(facts(candidates, { lead }), { rules: [rule(strategy), rule({ id: 'r2', name: '兜底' })] });

describe('sticky', () => {
  const sticky = { strategy: 'sticky', name: '老客户' } as const;

  it('gives a customer back to who served them, however loaded', () => {
    const team = [colleague('a', { openItems: 59 }), colleague('b', { openItems: 0 })];
    const decision = chosenBy(sticky, team, { previousOwnerId: 'a', enteredById: 'b' });
    expect([decision.chosen?.staffId, decision.rule?.id]).toEqual(['a', 'r1']);
  });

  it('gives a walk-in to the colleague who keyed it when nobody served them before', () => {
    expect(chosenBy(sticky, [colleague('a', { openItems: 0 }), colleague('b')], { enteredById: 'b' }).chosen?.staffId).toBe('b');
  });

  it('asks the next rule when the previous owner is on leave, and says so', () => {
    const decision = chosenBy(sticky, [colleague('a', { name: '林晓', onLeave: true }), colleague('b')], { previousOwnerId: 'a' });
    expect([decision.chosen?.staffId, decision.rule?.id]).toEqual(['b', 'r2']);
    expect(decision.rulesTried[0]?.reason).toContain('原接待同事不能接单：林晓今日请假');
  });

  it('asks the next rule when the previous owner has left the project', () => {
    const decision = chosenBy(sticky, [colleague('b')], { previousOwnerId: 'gone' });
    expect(decision.rule?.id).toBe('r2');
    expect(decision.rulesTried[0]?.reason).toContain('原接待同事已不在本项目');
  });
});

describe('round robin', () => {
  it('takes whoever waited longest; the never assigned come first', () => {
    const last = (at: number | null) => ({ lastAssignedByRule: { r1: at } });
    const [a, b, c] = [colleague('a', last(MONDAY_TEN - HOUR)), colleague('b', last(MONDAY_TEN - 2 * HOUR)), colleague('c', last(null))];
    expect(chosenBy({ strategy: 'round-robin' }, [a, b, c]).chosen?.staffId).toBe('c');
    expect(chosenBy({ strategy: 'round-robin' }, [a, b]).chosen?.staffId).toBe('b');
  });
});

describe('weighted', () => {
  it('a weight of nothing is never chosen, even alone', () => {
    const decision = decideRouting(facts([colleague('a')]), { rules: [rule({ strategy: 'weighted', weights: { a: 0 } })] });
    expect(decision.outcome).toBe('escalated');
    expect(decision.candidates[0]?.dropped).toEqual({ code: 'not-in-rule', text: '权重为 0，不参与分配' });
  });

  it('a colleague without an entry weighs one', () => {
    const team = [colleague('a', { countsByRule: { r1: 1 } }), colleague('b')];
    expect(chosenBy({ strategy: 'weighted', weights: { a: 1 } }, team).chosen?.staffId).toBe('b');
  });
});

describe('least loaded', () => {
  it('compares by share of the own capacity, not by number', () => {
    const team = [colleague('a', { openItems: 9, capacity: 10 }), colleague('b', { openItems: 30, capacity: 60 })];
    expect(chosenBy({ strategy: 'least-loaded' }, team).chosen?.staffId).toBe('b');
  });

  it('decides an exact tie by id', () => {
    expect(chosenBy({ strategy: 'least-loaded' }, [colleague('b'), colleague('a')]).chosen?.staffId).toBe('a');
  });
});

describe('skill', () => {
  it('takes the least loaded of those who have it', () => {
    const team = [
      colleague('a', { openItems: 0 }),
      colleague('b', { skills: ['别墅'], openItems: 30 }),
      colleague('c', { skills: ['别墅'], openItems: 20 }),
    ];
    const decision = chosenBy({ strategy: 'skill', skill: '别墅' }, team);
    expect(decision.chosen?.staffId).toBe('c');
    expect(decision.candidates.find((c) => c.staffId === 'a')?.dropped?.code).toBe('lacks-skill');
  });
});
