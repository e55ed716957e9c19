import type { StaffViewing } from '@guihu/shared';
import fc from 'fast-check';
import { levelOf, spanOf, visitsInOrder, visitUrgencyAt } from './viewing-words';

const NOW = Date.parse('2026-11-29T02:00:00Z'); // Sunday 10:00 in Beijing
const MINUTE = 60_000;
const visit = (id: string, status: StaffViewing['status'], inMinutes: number, text = '服务端的话', late = false) => ({
  id,
  status,
  startsAt: new Date(NOW + inMinutes * MINUTE).toISOString(),
  endsAt: new Date(NOW + (inMinutes + 60) * MINUTE).toISOString(),
  urgency: { text, late },
});

it('counts down to a booked visit and up from a late one, from the present', () => {
  const booked = visit('a', 'booked', 40);
  expect(visitUrgencyAt(booked, NOW)).toEqual({ text: '还有 40 分钟', tone: 'accent' });
  expect(visitUrgencyAt(booked, NOW + 15 * MINUTE)).toEqual({ text: '还有 25 分钟', tone: 'soon' });
  expect(visitUrgencyAt(booked, NOW + 40 * MINUTE)).toEqual({ text: '到时间了', tone: 'soon' });
  expect(visitUrgencyAt(booked, NOW + 50 * MINUTE)).toEqual({ text: '已迟到 10 分钟', tone: 'late' });
});

it('leaves to the server when the time of somebody who came is over, and what no clock counts', () => {
  expect(visitUrgencyAt(visit('a', 'checked-in', -70, '接待中'), NOW)).toEqual({ text: '接待中', tone: 'accent' });
  expect(visitUrgencyAt(visit('a', 'checked-in', -60, '待填反馈', true), NOW)).toEqual({ text: '待填反馈', tone: 'soon' });
  expect(visitUrgencyAt(visit('a', 'completed', -90, '已完成'), NOW)).toEqual({ text: '已完成', tone: 'done' });
  expect(visitUrgencyAt(visit('a', 'booked', 24 * 60, '明天 10:00'), NOW).text).toBe('明天 10:00');
});

it('puts the late first, then owed feedback, who is here, who comes, and what is over', () => {
  const day = [
    visit('cancelled', 'cancelled', 30),
    visit('later', 'booked', 120),
    visit('next', 'booked', 20),
    visit('done', 'completed', -200),
    visit('here', 'checked-in', -10),
    visit('owed', 'checked-in', -90, '待填反馈', true),
    visit('missed', 'no-show', -180),
    visit('late', 'booked', -10),
  ];
  expect(visitsInOrder(day, NOW).map(({ id }) => id)).toEqual(['late', 'owed', 'here', 'next', 'later', 'missed', 'done', 'cancelled']);
});

it('loses no visit and is the same however the day arrived', () => {
  const statuses = ['booked', 'checked-in', 'completed', 'cancelled', 'no-show'] as const;
  const visits = fc
    .uniqueArray(fc.integer({ min: -500, max: 500 }), { maxLength: 20 })
    .chain((minutes) => fc.tuple(...minutes.map((at) => fc.constantFrom(...statuses).map((status) => visit(String(at), status, at)))));
  fc.assert(
    fc.property(visits, (day) => {
      const ids = visitsInOrder(day, NOW).map(({ id }) => id);
      expect([...ids].sort()).toEqual(day.map(({ id }) => id).sort());
      expect(visitsInOrder([...day].reverse(), NOW).map(({ id }) => id)).toEqual(ids);
    }),
  );
});

it('says times and levels as people do', () => {
  expect(spanOf(visit('a', 'booked', 0))).toBe('10:00–11:00');
  expect(levelOf('hot')).toBe('高意向');
  expect(levelOf('贵宾')).toBe('贵宾');
  expect(levelOf(null)).toBeNull();
});
