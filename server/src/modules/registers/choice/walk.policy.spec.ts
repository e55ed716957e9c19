import { colleague } from '../../../../test/factories/choice.factory';
import { triedRule } from './tried-rule';
import { ruleByRule, tierByTier, walk } from './walk.policy';

const rule = (id: string, holds = true) => triedRule({ id, name: id }, [{ holds, said: '' }]);
const said = (steps: ReturnType<typeof tierByTier>) => steps.map((step) => `${step.tried.rule.id}-${step.tier}`);

it('the better tier of a later rule may come before the worse tier of an earlier one, or after it', () => {
  const tried = [rule('r1'), rule('r2', false), rule('r3')];
  expect(said(tierByTier(tried, 'now', 'later'))).toEqual(['r1-now', 'r3-now', 'r1-later', 'r3-later']);
  expect(said(ruleByRule(tried, 'now', 'later'))).toEqual(['r1-now', 'r1-later', 'r3-now', 'r3-later']);
});

it('a walk ends at the first step that has anybody', () => {
  const [a, b] = [colleague('a'), colleague('b')];
  const steps = tierByTier([rule('r1'), rule('r2')], 'now', 'later');
  const place = walk(steps, ({ id }, tier) => (id === 'r2' || tier === 'later' ? [a, b] : []));
  expect([place?.tried.rule.id, place?.tier, place?.finalists]).toEqual(['r2', 'now', [a, b]]);
  expect(walk(steps, () => [])).toBeNull();
});

it('a rule without conditions fits', () => expect(triedRule({ id: 'r', name: '' }, []).matched).toBe(true));
