import { REWARD_STATUSES } from '@guihu/shared';
import { appealWords, nextWords, rewardTone, statusOf, stepsOf } from './referral-words';

const NOW = Date.parse('2026-11-23T03:00:00Z');

it('tells the referrer what comes next, and nothing once it is over', () => {
  const steps = [
    { title: '报备', at: '2026-11-23T02:00:00Z', state: 'done' as const },
    { title: '到访', at: null, state: 'now' as const },
    { title: '签约', at: null, state: 'next' as const },
  ];
  expect(nextWords({ status: 'agreed', steps })).toBe('下一步：到访');
  expect(nextWords({ status: 'settled', steps: steps.slice(0, 1) })).toBeNull();
  expect(nextWords({ status: 'ended', steps })).toBeNull();
  expect(nextWords({ status: 'registered', steps })).toBeNull();
  expect(stepsOf(steps, NOW)[0]).toEqual({ title: '报备', state: 'done', time: '今天 10:00' });
  expect(stepsOf(steps, NOW)[1]).toEqual({ title: '到访', state: 'now' });
});

it('has a tone for every state, and calls nothing done that is not', () => {
  expect(statusOf({ status: 'registered' })).toEqual({ text: '待好友同意', tone: 'soon' });
  expect(statusOf({ status: 'ended' }).tone).toBe('calm');
  expect(REWARD_STATUSES.filter((status) => rewardTone(status) === 'done')).toEqual(['paid']);
});

it('gives the answer to an appeal in the words of whoever judged it', () => {
  const at = '2026-11-23T02:00:00Z';
  expect(appealWords({ status: 'open', at, answer: null }).tone).toBe('soon');
  expect(appealWords({ status: 'overturned', at, answer: '到访登记写明了推荐人' })).toEqual({
    title: '已改判',
    text: '到访登记写明了推荐人',
    tone: 'done',
  });
});
