import { type HeatPicture, heatHeight, heatOption } from './heat';
import { COLOURS, lookFor } from './look';

const picture: HeatPicture = {
  columns: ['9点', '10点'],
  rows: ['周六', '周日'],
  values: [
    [0, 4],
    [10, 1],
  ],
};
interface Drawn {
  grid: { left: number };
  xAxis: { max?: number; data?: string[] }[];
  series: { type: string; data: { value: number; itemStyle: { color: string }; label: { formatter: string } }[] }[];
}
const drawn = (of: HeatPicture, large = false) => heatOption(of, lookFor(large)) as unknown as Drawn;

it('writes the figure into each cell that has one, the darker the more', () => {
  const { series, xAxis } = drawn(picture);
  expect(series.map(({ data }) => data.map(({ label }) => label.formatter))).toEqual([
    ['', '10'],
    ['4', '1'],
  ]);
  expect(series[0]?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([COLOURS.paper, '#5c9a8b']);
  expect(xAxis.map(({ max, data }) => max ?? data)).toEqual([2, ['9点', '10点']]);
});

it('is drawn by nothing that wants a canvas of its own, which WeChat does not have', () => {
  expect(drawn(picture).series.every(({ type }) => type === 'bar')).toBe(true);
});

it('has a scale when nobody came, and more room in large type', () => {
  expect(drawn({ ...picture, values: [[0, 0]] }).series[0]?.data[0]?.itemStyle.color).toBe(COLOURS.paper);
  expect(drawn(picture, true).grid.left).toBeGreaterThan(drawn(picture).grid.left);
  expect(heatHeight(picture, lookFor(true))).toBeGreaterThan(heatHeight(picture, lookFor(false)));
});
