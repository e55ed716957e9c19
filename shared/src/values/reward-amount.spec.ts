import { sayReward } from './reward-amount';

it('says what a reward is worth in the unit of its form', () => {
  expect(sayReward('cash', 300_000)).toBe('¥3,000');
  expect(sayReward('cash', 300_050)).toBe('¥3,000.50');
  expect(sayReward('points', 3000)).toBe('3,000 积分');
  expect(sayReward('fee-waiver', 120_000)).toBe('物业费减免 ¥1,200');
});
