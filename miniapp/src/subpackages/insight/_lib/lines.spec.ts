import { linesOption } from './lines';
import { COLOURS, lookFor } from './look';

interface Drawn {
  series: { name: string; data: number[]; showSymbol: boolean; lineStyle: { color: string } }[];
  tooltip: { renderMode: string };
  grid: { left: number };
}
const drawn = (days: number, most = 9) => {
  const names = Array.from({ length: days }, (_, at) => `11/${at + 1}`);
  const values = names.map(() => most);
  return linesOption(
    {
      names,
      series: [
        { name: '办结', values },
        { name: '报事', values },
      ],
    },
    lookFor(false),
  ) as unknown as Drawn;
};

it('draws the first line in the accent and the other in a quiet colour, with marks only where they have room', () => {
  expect(drawn(7).series.map(({ name, lineStyle, showSymbol }) => [name, lineStyle.color, showSymbol])).toEqual([
    ['办结', COLOURS.accent, true],
    ['报事', COLOURS.faint, true],
  ]);
  expect(drawn(31).series.map(({ showSymbol }) => showSymbol)).toEqual([false, false]);
});

it('leaves room for the figures at the left, and draws its words on the canvas', () => {
  expect(drawn(7, 1200).grid.left).toBeGreaterThan(drawn(7, 9).grid.left);
  expect(drawn(7).tooltip.renderMode).toBe('richText');
});
