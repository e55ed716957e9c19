import { beijing, viewingAt } from '@/components/slot-picker/visit.fixture';
import { calendarEntryOf } from './calendar-entry';

it('tells the phone’s calendar when, where and who', () => {
  expect(calendarEntryOf(viewingAt('2026-12-05 10:00'))).toEqual({
    title: '云溪府 · 预约看房',
    description: '接待：林晓，电话 138 2000 1111\n预约编号 KF261205-0001',
    location: '杭州市滨江区江晖路 1288 号',
    startsAt: beijing('2026-12-05 10:00'),
    endsAt: beijing('2026-12-05 11:00'),
    alarmBefore: 7200,
  });
  expect(calendarEntryOf(viewingAt('2026-12-05 10:00', { host: null })).description).toBe('预约编号 KF261205-0001');
});
