import { ApiProblem, NetworkFailure } from '@/platform/api-problem';
import { type BookingGround, bookingOf, checkBooking, EMPTY_BOOKING, waitRequestOf } from './booking-form';
import { refusedBooking } from './refused-booking';

const policy = {
  version: '2026-11',
  purposes: [
    { key: 'service', title: '预约与看房联系', description: '', required: true },
    { key: 'marketing', title: '项目动态', description: '', required: false },
  ],
};
const ground: BookingGround = { boundPhone: null, policy, agreed: [] };
const form = { ...EMPTY_BOOKING, slotId: 's1', name: ' 许文 ', phone: '138 1234 5678' };
const problem = (status: number, code: string) => new ApiProblem({ type: 'about:blank', title: '一句话', status, code: code as never });

describe('before sending', () => {
  it('names everything that is missing, the time first', () => {
    expect(Object.keys(checkBooking(EMPTY_BOOKING, false, ground))).toEqual(['slot', 'name', 'phone', 'consent']);
    expect(checkBooking(form, true, { ...ground, agreed: ['service'] })).toEqual({});
  });

  it('does not take an optional purpose for the needed one', () => {
    expect(checkBooking(form, true, { ...ground, agreed: ['marketing'] }).consent).toContain('预约与看房联系');
  });
});

describe('what is sent', () => {
  const agreed = { ...ground, agreed: ['marketing', 'service'] };

  it('leaves out what was left open, and keeps the order of the policy', () => {
    expect(bookingOf(form, agreed)).toEqual({
      slotId: 's1',
      name: '许文',
      phone: '138 1234 5678',
      partySize: 2,
      consent: { policyVersion: '2026-11', purposes: ['service', 'marketing'] },
    });
  });

  it('sends no number when the bound one serves, says who sent the visitor, and counts no heads in a line', () => {
    const body = waitRequestOf({ ...form, note: ' 带老人 ' }, { ...agreed, boundPhone: '138****5678', liveCode: '7K2M9QXWTD' });
    expect(body).toMatchObject({ note: '带老人', liveCode: '7K2M9QXWTD' });
    expect(body).not.toHaveProperty('phone');
    expect(body).not.toHaveProperty('partySize');
  });
});

describe('a refusal', () => {
  it.each(['viewing.slot-full', 'viewing.slot-closed', 'viewing.notice-too-short', 'viewing.no-host', 'wait.not-needed'])(
    'for %s asks for another time',
    (code) => {
      expect(refusedBooking(problem(409, code))).toEqual({ errors: { slot: '一句话' }, sentence: '一句话', slotLost: true, hasOne: false });
    },
  );

  it('for what one has already shows the way to it', () => {
    expect(refusedBooking(problem(409, 'viewing.already-booked'))).toEqual({
      errors: {},
      sentence: '一句话',
      slotLost: false,
      hasOne: true,
    });
  });

  it('shows a new policy where it is agreed to, and promises after a lost answer that there will be no second one', () => {
    expect(refusedBooking(problem(409, 'policy.outdated')).errors).toEqual({ consent: '一句话' });
    expect(refusedBooking(new NetworkFailure('timeout')).sentence).toContain('不会重复预约');
  });
});
