import { sayTime } from '@guihu/shared';
import { usualWishes, wishDays } from './wishes';

const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`);
const said = (clock: string) => usualWishes(at(clock)).map((wish) => [wish.label, wish.at === null ? null : sayTime(wish.at, at(clock))]);

it('offers this afternoon until it is too late for it, and never a time gone by', () => {
  expect(said('10:00')).toEqual([
    ['尽快', null],
    ['今天下午', '今天 14:00'],
    ['明天上午', '明天 09:00'],
  ]);
  expect(said('14:20')[1]).toEqual(['今天下午', '今天 16:00']);
  expect(said('16:00')).toEqual([
    ['尽快', null],
    ['明天上午', '明天 09:00'],
    ['明天下午', '明天 14:00'],
  ]);
  for (const clock of ['00:00', '11:59', '15:59', '23:59'])
    for (const wish of usualWishes(at(clock))) expect(wish.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at(clock));
});

it('lets any hour of the coming week be chosen at which somebody may ring, and drops a day that has none left', () => {
  const days = wishDays(at('18:40'));
  expect(days[0]).toEqual({ day: '2026-11-23', label: '今天', hours: [{ label: '20:00', at: at('20:00') }] });
  expect(days[1]?.label).toBe('明天');
  expect(days[2]?.label).toBe('周三 25日');
  expect(days[1]?.hours).toHaveLength(13);
  expect(wishDays(at('20:10')).map(({ label }) => label)[0]).toBe('明天');
});
