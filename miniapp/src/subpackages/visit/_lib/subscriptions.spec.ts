import { ASK_AT } from './subscriptions';

const REMINDERS_SENT = 2;

it('asks for three at most, which is what old clients show', () => {
  for (const asked of Object.values(ASK_AT)) {
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(new Set(asked).size).toBe(asked.length);
  }
});

it('has a yes for each message that is sent along a visit', () => {
  for (const way of [ASK_AT.booking, ASK_AT.waiting]) {
    const asked: string[] = [...way, ...ASK_AT.calendar, ...ASK_AT.arrival];
    expect(asked.filter((key) => key === 'viewing-reminder')).toHaveLength(REMINDERS_SENT);
    expect(asked).toEqual(expect.arrayContaining(['viewing-booked', 'viewing-cancelled', 'viewing-survey']));
  }
  expect(ASK_AT.waiting[0]).toBe('viewing-offered');
});
