import { aReport } from './report.fixture';
import { daysPicture, satisfactionPicture, starsPicture, timesPicture, typesPicture } from './report-pictures';

describe('what the report draws', () => {
  it('puts the most frequent trouble on top, and what is rare together', () => {
    expect(typesPicture(aReport())).toMatchObject({
      names: ['渗漏水', '给排水', '电气', '门窗'],
      series: [{ bars: [{ value: 18, said: '18 张 45%', tone: 'accent' }, {}, {}, {}] }],
    });
    const types = Array.from({ length: 10 }, (_, n) => ({ id: `${n}`, name: `类${n}`, count: 10 - n, share: 0.1 }));
    const { names, series } = typesPicture(aReport({ types }));
    expect(names).toHaveLength(8);
    expect(names.at(-1)).toBe('其余 3 类');
    expect(series[0]?.bars.at(-1)).toEqual({ value: 6, said: '6 张 30%', tone: 'faint' });
  });

  it('holds mean and median against 24 hours, and says in words what is over', () => {
    const { series, mark } = timesPicture(aReport());
    expect(mark).toEqual({ at: 1440, said: '办结目标 24 小时' });
    expect(series.map(({ name, bars }) => [name, ...bars.map(({ said }) => said)])).toEqual([
      ['平均', '24 分钟', '2.5 小时', '18.5 小时'],
      ['中位', '12 分钟', '2 小时', '10 小时'],
    ]);
    const slow = aReport().times.map((time) => ({ ...time, meanMinutes: 1500 }));
    const [mean] = timesPicture(aReport({ times: slow })).series;
    // The line is for the whole of it; a visit has a promise of its own.
    expect(mean?.bars.map(({ tone }) => tone)).toEqual(['accent', 'accent', 'soon']);
    expect(mean?.bars[2]?.said).toBe('25 小时 超目标');
  });

  it('leaves out steps that nobody went through', () => {
    const nobody = {
      clock: 'respond' as const,
      name: '首次响应',
      meanMinutes: null,
      medianMinutes: null,
      p90Minutes: null,
      metShare: null,
    };
    expect(timesPicture(aReport({ times: [nobody, ...aReport().times] })).names).toEqual(['接单', '上门', '办结']);
    expect(timesPicture(aReport({ times: [nobody] }))).toMatchObject({ names: [], series: [{ bars: [] }, { bars: [] }] });
  });

  it('holds satisfaction against 95 %', () => {
    expect(satisfactionPicture(aReport())).toEqual({
      names: ['满意率'],
      series: [{ name: '满意率', tone: 'accent', bars: [{ value: 0.933, said: '93.3%', tone: 'soon' }] }],
      mark: { at: 0.95, said: '目标 95%' },
      most: 1,
    });
    const met = aReport({ satisfaction: { meanStars: 5, rated: 1, satisfiedShare: 0.95 } });
    expect(satisfactionPicture(met).series[0]?.bars[0]?.tone).toBe('accent');
  });

  it('begins with whom owners like least, and ends with whom nobody rated', () => {
    const { names, series, mark, most } = starsPicture(aReport().buildings, 4.56);
    expect(names).toEqual(['3号楼', '1号楼', '2号楼']);
    expect(series[0]?.bars.map(({ said, tone }) => [said, tone])).toEqual([
      ['3.5 星 偏低，15 张', 'soon'],
      ['4.8 星，22 张', 'accent'],
      ['暂无评价，3 张', 'accent'],
    ]);
    expect([mark, most]).toEqual([{ at: 4.56, said: '全部平均 4.6 星' }, 5]);
    expect(starsPicture(aReport().buildings, null).mark).toBeNull();
  });

  it('draws day by day what was done with and what came in', () => {
    expect(daysPicture(aReport())).toEqual({
      names: ['11/1', '11/2'],
      series: [
        { name: '完成', values: [1, 2] },
        { name: '报事', values: [3, 1] },
      ],
    });
  });
});
