import { type HeatPicture, heatHeight, heatOption } from './heat';
import { lookFor } from './look';

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
  visualMap: { max: number };
  series: { data: { value: number[]; label: { formatter: string } }[] }[];
}
const drawn = (of: HeatPicture, large = false) => heatOption(of, lookFor(large)) as unknown as Drawn;

it('writes the figure into each cell that has one', () => {
  const [series] = drawn(picture).series;
  expect(series?.data.map(({ value, label }) => [...value, label.formatter])).toEqual([
    [0, 0, 0, ''],
    [1, 0, 4, '4'],
    [0, 1, 10, '10'],
    [1, 1, 1, '1'],
  ]);
  expect(drawn(picture).visualMap.max).toBe(10);
});

it('has a scale when nobody came, and more room in large type', () => {
  expect(drawn({ ...picture, values: [[0, 0]] }).visualMap.max).toBe(1);
  expect(drawn(picture, true).grid.left).toBeGreaterThan(drawn(picture).grid.left);
  expect(heatHeight(picture, lookFor(true))).toBeGreaterThan(heatHeight(picture, lookFor(false)));
});
