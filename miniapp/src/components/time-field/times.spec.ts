import { atBeijing } from './times';

it('reads a picked date and clock as Beijing time', () => {
  expect(atBeijing('2026-11-24', '10:30')).toBe(Date.parse('2026-11-24T02:30:00Z'));
});
