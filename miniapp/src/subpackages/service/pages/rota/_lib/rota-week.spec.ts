import type { RotaTurn } from '@guihu/shared';
import { DAY_MS } from '@/components/week-switch/week';
import { isNight, sayGaps, sayStretch, stripsOf, turnOf, usualTurns } from './rota-week';

const at = (text: string) => Date.parse(`${text}+08:00`);
const iso = (text: string) => new Date(at(text)).toISOString();
const MONDAY = at('2026-11-23T00:00:00');
const week = { from: MONDAY, to: MONDAY + 7 * DAY_MS };
const turn = (from: string, to: string, staffId = 'ma'): RotaTurn => ({
  id: `${from}-${staffId}`,
  staffId,
  staffName: '',
  fromAt: iso(from),
  toAt: iso(to),
});

it('lays a colleague’s turns on the strip, cut at its ends', () => {
  const turns = [
    turn('2026-11-22T20:00', '2026-11-23T08:00'),
    turn('2026-11-23T20:00', '2026-11-24T08:00'),
    turn('2026-11-23T08:00', '2026-11-23T20:00', 'ding'),
    turn('2026-12-01T08:00', '2026-12-01T20:00'),
  ];
  const strips = stripsOf(turns, 'ma', week);
  expect(strips.map(({ left, width, night }) => [Math.round(left * 1.68), Math.round(width * 1.68), night])).toEqual([
    [0, 8, true],
    [20, 12, true],
  ]);
  expect(isNight(turn('2026-11-23T08:00', '2026-11-23T20:00'))).toBe(false);
  expect(isNight(turn('2026-11-23T16:00', '2026-11-24T00:00'))).toBe(false);
});

it('says when a turn is, and how much nobody covers', () => {
  expect(sayStretch(turn('2026-11-23T08:00', '2026-11-23T20:00'))).toBe('周一 08:00–20:00');
  expect(sayStretch(turn('2026-11-29T20:00', '2026-11-30T08:00'))).toBe('周日 20:00–周一 08:00');
  expect(sayStretch(turn('2026-11-23T16:00', '2026-11-24T00:00'))).toBe('周一 16:00–24:00');
  expect(sayGaps([])).toBeNull();
  expect(sayGaps([turn('2026-11-23T00:00', '2026-11-23T08:00'), turn('2026-11-24T00:00', '2026-11-24T04:30')])).toBe(
    '还有 2 段没有人值班，共 12 小时 30 分',
  );
});

it('reads typed times, over midnight too, and refuses what is none', () => {
  expect(turnOf(MONDAY, '22:00', '06:30')).toEqual({ from: at('2026-11-23T22:00'), to: at('2026-11-24T06:30') });
  expect([turnOf(MONDAY, '8', '9'), turnOf(MONDAY, '25:00', '06:00'), turnOf(MONDAY, '08:00', '08:00')]).toEqual([null, null, null]);
  for (const { from, to } of usualTurns(MONDAY)) expect(to).toBeGreaterThan(from);
});
