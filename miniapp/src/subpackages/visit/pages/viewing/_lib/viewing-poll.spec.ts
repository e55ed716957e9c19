import { viewingAt } from '../../../_lib/visit.fixture';
import { viewingPauseMs } from './viewing-poll';

it('asks often only while a host is being found, and never once it is over', () => {
  const viewing = viewingAt('2026-12-05 10:00');
  expect(viewingPauseMs(null, 0)).toBe(3_000);
  expect(viewingPauseMs({ ...viewing, host: null }, 0)).toBe(3_000);
  expect(viewingPauseMs({ ...viewing, host: null }, 90_000)).toBe(30_000);
  expect(viewingPauseMs(viewing, 0)).toBe(30_000);
  expect(viewingPauseMs({ ...viewing, status: 'cancelled' }, 0)).toBeNull();
});
