import type { StaffWorkOrderSummary } from '@guihu/shared';
import { sayDuration } from '@guihu/shared';
import fc from 'fast-check';
import { holderOf, marksOf, orderUrgencyAt } from './order-words';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const MINUTE = 60_000;
const waiting = (minutes: number) => ({
  status: 'dispatched' as const,
  urgency: { clock: 'accept' as const, text: '待接单，还剩 99 分钟', late: false, dueAt: new Date(NOW + minutes * MINUTE).toISOString() },
});
const order = (over: Partial<StaffWorkOrderSummary>) =>
  ({
    urgent: false,
    severity: null,
    urges: 0,
    escalation: 0,
    assignee: null,
    responsible: null,
    contractorName: null,
    ...over,
  }) as StaffWorkOrderSummary;

it('counts a clock down from the present, not from when the list was read', () => {
  expect(orderUrgencyAt(waiting(40), NOW)).toEqual({ text: '待接单，还剩 40 分钟', tone: 'accent', late: false });
  expect(orderUrgencyAt(waiting(40), NOW + 30 * MINUTE)).toEqual({ text: '待接单，还剩 10 分钟', tone: 'soon', late: false });
  expect(orderUrgencyAt(waiting(40), NOW + 52 * MINUTE)).toEqual({ text: '待接单，超时 12 分钟', tone: 'late', late: true });
});

it('is late exactly after the due time, whatever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (minutes) => {
      const { text, late } = orderUrgencyAt(waiting(minutes), NOW);
      expect(text).toBe(`待接单，${minutes < 0 ? '超时' : '还剩'} ${sayDuration(minutes * MINUTE)}`);
      expect(late).toBe(minutes < 0);
    }),
  );
});

it('lets a paused clock rest, and keeps the words of an order without a clock', () => {
  const urgency = { clock: 'resolve' as const, text: '待办结，已暂停，还剩 3 小时', late: false, dueAt: waiting(5).urgency.dueAt };
  expect(orderUrgencyAt({ status: 'paused', urgency }, NOW + 60 * MINUTE)).toEqual({ text: urgency.text, tone: 'soon', late: false });
  expect(orderUrgencyAt({ status: 'closed', urgency: { clock: null, text: '已完成', late: false, dueAt: null } }, NOW).tone).toBe('done');
});

it('marks what is more than one of many', () => {
  expect(marksOf(order({}))).toEqual([]);
  expect(marksOf(order({ urgent: true, severity: 'major', urges: 2, escalation: 2 }))).toEqual([
    '紧急',
    '重大投诉',
    '已催 2 次',
    '已升级经理',
  ]);
  expect(marksOf(order({ severity: 'minor', escalation: 1 }))).toEqual(['已升级主管']);
});

it('names whoever has it, or whoever has to find somebody', () => {
  const [ma, sun] = [
    { id: 's1', name: '马师傅' },
    { id: 's2', name: '孙主管' },
  ];
  expect(holderOf(order({ status: 'working', assignee: ma, contractorName: '安居防水' }))).toBe('马师傅（安居防水）');
  expect(holderOf(order({ status: 'received', responsible: sun }))).toBe('孙主管');
  expect(holderOf(order({ status: 'dispatched' }))).toBe('待派单');
});
