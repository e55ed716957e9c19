import { percentMet, sayReplay } from './replay-words';

const clock = (missedNow: number, missedDraft: number) => ({
  clock: 'accept' as const,
  name: '接单',
  now: { met: 10 - missedNow, missed: missedNow },
  draft: { met: 10 - missedDraft, missed: missedDraft },
});

it('says what other numbers would have changed', () => {
  expect(sayReplay({ orders: 0, clocks: [] })).toBe('这段时间没有工单，无法重算');
  expect(sayReplay({ orders: 10, clocks: [clock(2, 2)] })).toBe('重算 10 张工单，按时和超时的张数都不变');
  expect(sayReplay({ orders: 10, clocks: [clock(2, 5)] })).toBe('重算 10 张工单：接单超时由 2 张变为 5 张');
});

it('counts what was in time', () => {
  expect([percentMet({ met: 3, missed: 1 }), percentMet({ met: 0, missed: 0 }), percentMet({ met: 0, missed: 2 })]).toEqual([75, 100, 0]);
});
