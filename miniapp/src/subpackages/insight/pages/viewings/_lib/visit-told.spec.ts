import type { ViewingReport } from '@guihu/shared';
import {
  funnelPicture,
  funnelSentence,
  heatPicture,
  heatSentence,
  hostsSentence,
  hostsTable,
  objectionsPicture,
  objectionsSentence,
  stopsSentence,
  stopsTable,
  toldBy,
} from './visit-told';

const report: ViewingReport = {
  heat: [
    { weekday: 6, hour: 10, visits: 12 },
    { weekday: 7, hour: 15, visits: 9 },
    { weekday: 3, hour: 19, visits: 1 },
  ],
  funnel: { booked: 40, visited: 25, noShow: 6, cancelled: 9, revisited: 5, won: 3 },
  byHost: [
    { staffId: 'a', name: '林晓', booked: 20, visited: 10, noShow: 4, won: 1, rating: 4.75 },
    { staffId: 'b', name: '宋扬', booked: 20, visited: 15, noShow: 2, won: 2, rating: null },
  ],
  objections: [
    { key: 'none', label: '没有顾虑', count: 30 },
    { key: 'price', label: '价格偏高', count: 11 },
    { key: 'loan', label: '首付贷款', count: 4 },
    { key: 'school', label: '学区配套', count: 0 },
  ],
  byStop: [
    { key: 'sandbox', label: '沙盘讲解', shown: 22, shownWon: 3, others: 3, othersWon: 0 },
    { key: 'showroom', label: '样板间', shown: 12, shownWon: 3, others: 13, othersWon: 1 },
  ],
};
const empty: ViewingReport = {
  heat: [],
  funnel: { booked: 0, visited: 0, noShow: 0, cancelled: 0, revisited: 0, won: 0 },
  byHost: [],
  objections: [],
  byStop: [],
};

it('lays visits out by weekday and hour, and makes room for an evening', () => {
  const { columns, rows, values } = heatPicture(report);
  expect([columns[0], columns.at(-1)]).toEqual(['9点', '19点']);
  expect(rows).toHaveLength(7);
  expect(values[5]?.[1]).toBe(12);
  expect(values.flat().reduce((sum, n) => sum + n, 0)).toBe(22);
  expect(heatSentence(report)).toBe('周六 10 点到访最多，12 组；其次是周日 15 点，9 组');
});

it('tells the way from booking to deal, with shares of those who came', () => {
  expect(funnelPicture(report).series[0]?.bars.map(({ said }) => said)).toEqual(['40 组', '25 组', '5 组 20%', '3 组 12%']);
  expect(funnelSentence(report)).toBe('预约 40 组，到访 25 组（含未预约的），成交 3 组，占到访 12%；6 组没来，9 组取消');
});

it('names hosts by how many they received, and has no rating where nobody rated', () => {
  expect(hostsTable(report).rows).toEqual([
    ['宋扬', 20, 15, 2, 2, '13.3%', '—'],
    ['林晓', 20, 10, 4, 1, '10%', 4.8],
  ]);
  expect(hostsSentence(report)).toBe('宋扬接待最多，15 组；林晓评分最高，4.8 星');
});

it('puts worries by weight, and no worry last and faint', () => {
  const { names, series } = objectionsPicture(report);
  expect(names).toEqual(['价格偏高', '首付贷款', '没有顾虑']);
  expect(series[0]?.bars.at(-1)?.tone).toBe('faint');
  expect(objectionsSentence(report)).toBe('价格偏高最多，11 组；其次是首付贷款，4 组');
});

it('says so when there was nothing', () => {
  expect(toldBy(empty).map(({ sentence }) => sentence)).toEqual([
    '这段时间还没有人到访',
    '这段时间还没有预约',
    '这段时间还没有人接待',
    '这段时间没有记下顾虑',
    '这段时间还没有带看记录',
  ]);
});

it('says which stop tells buyers from others, and compares nothing with too few', () => {
  expect(stopsSentence(report)).toBe('看过样板间的客户成交 25%，没看的 7.7%');
  const few = report.byStop.map((stop) => ({ ...stop, others: 9 }));
  expect(stopsSentence({ byStop: few })).toBe('看没看过，成交率还看不出差别（不足 10 位客户的不比较）');
  expect(stopsSentence(empty)).toBe('这段时间还没有带看记录');
  expect(stopsTable(report).rows[0]).toEqual(['沙盘讲解', 22, 3, '13.6%', 3, 0, '0%']);
});
