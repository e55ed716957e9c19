import { VIEWING_STATUSES } from '@guihu/shared';
import { allowedTo, urgencyOf } from './visit-urgency.policy';

const MINUTE = 60_000;
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const TEN = at('2026-11-30 10:00');
const visit = { status: 'booked' as const, starts_at: TEN, ends_at: TEN + 60 * MINUTE, checked_in_at: null, lead_id: 'a-lead' };
const HOST = { isHost: true, decides: false, mayReceive: true, mayAssign: false };
const CLERK = { ...HOST, isHost: false };
const MANAGER = { isHost: false, decides: true, mayReceive: true, mayAssign: true };
const READER = { isHost: false, decides: false, mayReceive: false, mayAssign: false };

describe('how urgent a visit is', () => {
  it.each([
    [TEN - 25 * MINUTE, '还有 25 分钟', false],
    [TEN - 10_000, '还有 1 分钟', false],
    [TEN, '到时间了', false],
    [TEN + 10 * MINUTE, '已迟到 10 分钟', true],
    [TEN - 3 * 24 * 60 * MINUTE, '已预约', false],
  ])('booked, at %i: %s', (now, text, late) => expect(urgencyOf(visit, now)).toEqual({ text, late }));

  it('is received until its time is over, then owes its form', () => {
    const here = { ...visit, status: 'checked-in' as const, checked_in_at: TEN + 20 * MINUTE };
    expect(urgencyOf(here, TEN + 79 * MINUTE)).toEqual({ text: '接待中', late: false });
    expect(urgencyOf(here, TEN + 80 * MINUTE)).toEqual({ text: '待填反馈', late: true });
    expect(urgencyOf({ ...visit, status: 'no-show' }, TEN)).toEqual({ text: '未到访', late: false });
    const guest = { ...here, lead_id: null };
    expect(urgencyOf(guest, TEN + 79 * MINUTE)).toEqual({ text: '接待中', late: false });
    expect(urgencyOf(guest, TEN + 80 * MINUTE)).toEqual({ text: '已到访', late: false });
  });
});

describe('what may be done with a visit', () => {
  it('is what one is to it, and what its state allows', () => {
    expect(allowedTo(visit, HOST, TEN - MINUTE)).toEqual(['checkIn', 'reschedule', 'cancel']);
    expect(allowedTo(visit, HOST, TEN + MINUTE)).toEqual(['checkIn', 'miss', 'cancel']);
    expect(allowedTo(visit, HOST, TEN - 24 * 60 * MINUTE)).toEqual(['reschedule', 'cancel']);
    expect(allowedTo(visit, CLERK, TEN + MINUTE)).toEqual(['checkIn']);
    expect(allowedTo(visit, MANAGER, TEN + MINUTE)).toEqual(['checkIn', 'miss', 'rehost', 'cancel']);
    expect(allowedTo({ ...visit, status: 'checked-in' }, HOST, TEN)).toEqual(['complete']);
    expect(allowedTo({ ...visit, status: 'checked-in' }, CLERK, TEN)).toEqual([]);
    expect(allowedTo({ ...visit, status: 'no-show' }, CLERK, TEN + 60 * MINUTE)).toEqual(['checkIn']);
  });

  it('is nothing for who only reads, and nothing once it is over', () => {
    for (const status of VIEWING_STATUSES) expect(allowedTo({ ...visit, status }, READER, TEN)).toEqual([]);
    for (const status of ['completed', 'cancelled'] as const) expect(allowedTo({ ...visit, status }, MANAGER, TEN)).toEqual([]);
  });
});
