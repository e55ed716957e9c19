import type { StaffReward } from '@guihu/shared';
import { allowing, forEach } from './batch';

const reward = (over: Partial<StaffReward>): StaffReward => ({
  id: 'w1',
  referralId: 'r1',
  projectName: '云溪府',
  person: { name: '陈女士', phoneMasked: '139****0004' },
  party: 'referrer',
  home: null,
  realName: { state: 'stated', nameMasked: '陈**' },
  form: 'cash',
  amount: 300_050,
  status: 'approved',
  heldUntil: null,
  ruleName: '成交奖励',
  why: '好友签约',
  createdAt: '2026-11-29T02:00:00Z',
  allowed: ['pay'],
  ...over,
});

it('does what can be done, and says of the rest whose it was and why', async () => {
  const paid: string[] = [];
  const outcome = await forEach(
    [reward({ id: 'a' }), reward({ id: 'b', person: { name: '李先生', phoneMasked: '' } }), reward({ id: 'c' })],
    async ({ id }) => {
      if (id === 'b') throw new Error('own');
      paid.push(id);
    },
    () => '审核和发放不能是同一个人',
  );
  expect(outcome).toEqual({ done: 2, failed: [{ name: '李先生', why: '审核和发放不能是同一个人' }] });
  expect(paid).toEqual(['a', 'c']);
});

it('offers a verb only for those of the chosen that allow it', () => {
  const rewards = [reward({ id: 'a' }), reward({ id: 'b', allowed: [] }), reward({ id: 'c' })];
  expect(allowing(rewards, new Set(['a', 'b']), 'pay').map(({ id }) => id)).toEqual(['a']);
});
