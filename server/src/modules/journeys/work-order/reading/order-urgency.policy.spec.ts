import { listedUrgency } from './order-urgency.policy';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const MINUTE = 60_000;

describe('what an order in a list waits for', () => {
  it.each([
    ['dispatched', 'accept', 40 * MINUTE, '待接单，还剩 40 分钟', false],
    ['accepted', 'arrive', 0, '待上门，超时 不到 1 分钟', true],
    ['accepted', 'respond', -12 * MINUTE, '待响应，超时 12 分钟', true],
    ['paused', 'resolve', 90 * MINUTE, '待办结，已暂停', false],
    ['paused', 'resolve', -90 * MINUTE, '待办结，超时 1 小时 30 分', true],
  ] as const)('%s, %s within %d ms: %s', (status, clock, left, text, late) => {
    expect(listedUrgency({ status, clock, dueAt: NOW + left }, NOW)).toEqual({
      clock,
      text,
      late,
      dueAt: new Date(NOW + left).toISOString(),
    });
  });

  it('nothing, once no clock runs', () => {
    expect(listedUrgency({ status: 'resolved', clock: null, dueAt: null }, NOW)).toEqual({
      clock: null,
      text: '待评价',
      late: false,
      dueAt: null,
    });
  });
});
