import { countdown, renewInMs, spelled } from './pass-words';

it('is read out in halves, and its time as a clock', () => {
  expect(spelled('7K2M9QXWTD')).toBe('7K2M9 QXWTD');
  expect(spelled('482910')).toBe('482910');
  expect([249_000, 60_000, 500, -5].map(countdown)).toEqual(['4:09', '1:00', '0:01', '0:00']);
});

it('asks for the next one before the shown one ends, and never in a rush', () => {
  expect(renewInMs(300_000, 0)).toBe(285_000);
  expect(renewInMs(5_000, 0)).toBe(1_000);
  expect(renewInMs(0, 9_000)).toBe(1_000);
});
