import { type UrgencyFacts, urgencyOf } from './urgency.policy';

const now = Date.parse('2026-11-23T02:00:00Z');
const minutes = (n: number) => now + n * 60_000;
const lead = (facts: Partial<UrgencyFacts>): UrgencyFacts => ({
  status: 'accepted',
  createdAt: minutes(-600),
  acceptBy: null,
  acceptedAt: minutes(-500),
  lastContactAt: minutes(-400),
  nextFollowUpAt: null,
  ...facts,
});

describe('what a lead wants next', () => {
  it('says how long an offer still waits, and how late it is', () => {
    expect(urgencyOf(lead({ status: 'offered', acceptBy: minutes(12) }), now)).toMatchObject({ text: '待接单，还剩 12 分钟', late: false });
    expect(urgencyOf(lead({ status: 'offered', acceptBy: minutes(-3) }), now)).toMatchObject({ text: '待接单，超时 3 分钟', late: true });
  });

  it('puts a waiting offer before a follow-up that is days late', () => {
    const offer = urgencyOf(lead({ status: 'offered', acceptBy: minutes(14) }), now);
    const late = urgencyOf(lead({ nextFollowUpAt: minutes(-10_000) }), now);
    expect(offer.rank).toBeLessThan(late.rank);
  });

  it('puts the earlier follow-up first, and what has no date last', () => {
    const ranks = [{ nextFollowUpAt: minutes(-5) }, { nextFollowUpAt: minutes(60) }, { status: 'pooled' as const }].map(
      (f) => urgencyOf(lead(f), now).rank,
    );
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
  });

  it('asks for the first contact after acceptance', () => {
    expect(urgencyOf(lead({ lastContactAt: null, acceptedAt: minutes(-60) }), now)).toMatchObject({ text: '待首次联系', late: false });
    expect(urgencyOf(lead({ lastContactAt: null, acceptedAt: minutes(-61) }), now)).toMatchObject({
      text: '待首次联系，已过 1 小时 1 分',
      late: true,
    });
  });
});
