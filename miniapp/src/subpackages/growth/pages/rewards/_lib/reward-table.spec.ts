import type { StaffReward } from '@guihu/shared';
import { allowing, everyPage, forEach, rewardTable } from './reward-table';

const reward = (over: Partial<StaffReward>): StaffReward => ({
  id: 'w1',
  referralId: 'r1',
  projectName: '云溪府',
  person: { name: '陈女士', phoneMasked: '139****0004' },
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

it('gives finance money in yuan and points as they are, and no whole phone number', () => {
  const { head, rows } = rewardTable([reward({}), reward({ form: 'points', amount: 3000 })]);
  expect(rows.map((row) => [row[head.indexOf('数额')], row[head.indexOf('单位')]])).toEqual([
    [3000.5, '元'],
    [3000, '积分'],
  ]);
  expect(rows[0]).toContain('2026-11-29 10:00');
  expect(JSON.stringify(rows)).not.toMatch(/\d{11}(?!\d)/);
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

it('reads a list to its end', async () => {
  const pages: Record<string, { items: number[]; nextCursor: string | null }> = {
    start: { items: [1, 2], nextCursor: 'b' },
    b: { items: [3], nextCursor: null },
  };
  await expect(everyPage(async (cursor) => pages[cursor ?? 'start'] as (typeof pages)[string])).resolves.toEqual([1, 2, 3]);
});
