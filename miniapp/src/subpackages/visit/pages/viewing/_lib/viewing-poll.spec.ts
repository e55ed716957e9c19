import { viewingPauseMs } from './viewing-poll';

it('asks until it is over', () => {
  expect([null, 'booked', 'checked-in', 'no-show', 'completed', 'cancelled'].map((status) => viewingPauseMs(status as never))).toEqual([
    30_000,
    30_000,
    30_000,
    30_000,
    null,
    null,
  ]);
});
