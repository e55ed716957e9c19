import { beijingParts } from '@guihu/shared';
import fc from 'fast-check';
import { DAY_MS, daysOf, sayWeek, weekOf } from './week';

const MONDAY = Date.parse('2026-11-23T00:00:00+08:00');
const week = { from: MONDAY, to: MONDAY + 7 * DAY_MS };

it('begins every week on a Monday in Beijing', () => {
  fc.assert(
    fc.property(fc.integer({ min: MONDAY - 1e11, max: MONDAY + 1e11 }), fc.integer({ min: -5, max: 5 }), (instant, away) => {
      const { from, to } = weekOf(instant, away);
      expect(beijingParts(from)).toMatchObject({ weekday: 1, hour: 0, minute: 0 });
      expect(to - from).toBe(7 * DAY_MS);
      expect(instant + away * 7 * DAY_MS).toBeGreaterThanOrEqual(from);
      expect(instant + away * 7 * DAY_MS).toBeLessThan(to);
    }),
  );
});

it('names the week and its days', () => {
  expect(sayWeek(week)).toBe('11月23日–29日');
  expect(sayWeek(weekOf(MONDAY, 1))).toBe('11月30日–12月6日');
  expect(daysOf(week)[0]).toEqual({ at: MONDAY, weekday: '周一', day: '23日' });
});
