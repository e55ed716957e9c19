import { type BarsPicture, barsHeight, barsOption } from './bars';
import { COLOURS, lookFor } from './look';

const look = lookFor(false);
const picture: BarsPicture = {
  names: ['办结', '一个名字特别长的楼栋'],
  series: [
    {
      name: '张数',
      tone: 'accent',
      bars: [
        { value: 30, said: '30 张', tone: 'soon' },
        { value: null, said: '暂无', tone: 'accent' },
      ],
    },
  ],
  mark: { at: 24, said: '目标 24' },
};

interface Drawn {
  grid: { left: number; right: number; top: number };
  xAxis: { min: number; max: number };
  yAxis: { data: string[]; inverse: boolean };
  series: { data: { value: number; itemStyle: { color: string }; label: { formatter: string } }[]; markLine?: object }[];
}
const drawn = (of: BarsPicture, at = look) => barsOption(of, at) as unknown as Drawn;

describe('lying bars', () => {
  it('carry their words and a state colour; what is not there has no length', () => {
    const [bars] = drawn(picture).series;
    expect(bars?.data).toEqual([
      { value: 30, itemStyle: { color: COLOURS['soon-mark'] }, label: { formatter: '30 张' } },
      { value: 0, itemStyle: { color: COLOURS.accent }, label: { formatter: '暂无' } },
    ]);
    expect(bars?.markLine).toMatchObject({ data: [{ xAxis: 24 }], label: { formatter: '目标 24' } });
  });

  it('leave room for names and words, also in large type, and never more than half a small phone for a name', () => {
    const usual = drawn(picture).grid;
    const large = drawn(picture, lookFor(true)).grid;
    expect(usual.left).toBe(7 * 12 + 8);
    expect(large.left).toBe(7 * 15 + 8);
    expect(large.right).toBeGreaterThan(usual.right);
    expect(usual.right).toBe(Math.ceil(look.text * (3 * 0.58 + 1) + 8) + 2);
    expect(barsHeight(picture, lookFor(true))).toBeGreaterThan(barsHeight(picture, look));
  });

  it('reach from nothing to the longest, the line included', () => {
    expect(drawn(picture).xAxis).toMatchObject({ min: 0, max: 30 });
    expect(drawn({ ...picture, mark: { at: 48, said: '' } }).xAxis.max).toBe(48);
    expect(drawn({ ...picture, most: 100 }).xAxis.max).toBe(100);
    // Nothing at all: a scale without length could not be drawn.
    expect(drawn({ names: [], series: [], mark: null }).xAxis.max).toBe(1);
  });

  it('write beside a short bar what does not fit behind the longest', () => {
    const of = (value: number) => ({
      ...picture,
      mark: null,
      series: [{ ...picture.series[0]!, bars: [{ value, said: '一句很长的话', tone: 'accent' as const }] }],
      most: 30,
    });
    expect(drawn(of(30)).grid.right).toBe(6 * 12 + 8 + 2);
    expect(drawn(of(3)).grid.right).toBe(2);
  });

  it('have a legend where there are two of them', () => {
    const two = { ...picture, series: [...picture.series, { name: '中位', tone: 'faint' as const, bars: [] }] };
    expect(drawn(two)).toHaveProperty('legend');
    expect(drawn(picture)).not.toHaveProperty('legend');
  });

  it('are as high as their rows', () => {
    const three = { ...picture, names: ['a', 'b', 'c'], mark: null };
    expect(barsHeight(three, look)).toBe(3 * barsHeight({ ...three, names: ['a'] }, look));
    expect(barsHeight({ ...picture, series: [...picture.series, ...picture.series] }, look)).toBeGreaterThan(barsHeight(picture, look));
  });
});
