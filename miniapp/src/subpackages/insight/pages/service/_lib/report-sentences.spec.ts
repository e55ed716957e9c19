import { aReport } from './report.fixture';
import { buildingsSentence, daysSentence, engineersSentence, satisfactionSentence, timesSentence, typesSentence } from './report-sentences';

it('says each picture in one sentence', () => {
  const report = aReport();
  expect(typesSentence(report)).toBe('渗漏水最多，18 张，占 45%；前三类合计 90%');
  expect(timesSentence(report)).toBe('平均 18.5 小时办结，比 24 小时的目标快 5.5 小时；按时办结 92%');
  expect(satisfactionSentence(report)).toBe('30 张已评价，满意率 93.3%，离 95% 的目标差 1.7 个百分点；平均 4.6 星');
  expect(buildingsSentence(report)).toBe('3号楼评价最低，3.5 星；1号楼报事最多，22 张');
  expect(engineersSentence(report)).toBe('丁海评价最低，4.2 星；丁海超时最多，占 20%');
  expect(daysSentence(report)).toBe('报事 40 张，其中 36 张已完成；11月1日报事最多，3 张');
});

it('says which side of the target the figures are on', () => {
  const times = [{ clock: 'resolve' as const, name: '办结', meanMinutes: 1500, medianMinutes: 1, p90Minutes: 1, metShare: null }];
  expect(timesSentence(aReport({ times }))).toBe('平均 25 小时办结，比 24 小时的目标慢 1 小时');
  const met = { meanStars: null, rated: 20, satisfiedShare: 0.95 };
  expect(satisfactionSentence(aReport({ satisfaction: met }))).toBe('20 张已评价，满意率 95%，达到 95% 的目标');
  // Never rounded up to a promise that was not kept.
  const almost = { meanStars: null, rated: 2000, satisfiedShare: 0.9499 };
  expect(satisfactionSentence(aReport({ satisfaction: almost }))).toBe('2,000 张已评价，满意率 94.9%，离 95% 的目标差 0.1 个百分点');
});

it('says that the picture does not show everybody', () => {
  const engineers = Array.from({ length: 13 }, (_, n) => ({ ...aReport().engineers[0]!, id: `${n}`, lateShare: 0 }));
  expect(engineersSentence(aReport({ engineers }))).toBe('周建国评价最低，4.9 星；没有人超时；图中是评价最低的 12 个');
});

it('has a sentence for a period in which nothing happened', () => {
  const none = aReport({
    total: 0,
    closed: 0,
    types: [],
    times: [],
    buildings: [],
    engineers: [],
    days: [],
    satisfaction: { meanStars: null, rated: 0, satisfiedShare: null },
  });
  expect([typesSentence(none), timesSentence(none), satisfactionSentence(none), buildingsSentence(none), engineersSentence(none)]).toEqual([
    '这段时间没有报事',
    '这段时间还没有办结的工单',
    '这段时间还没有业主评价',
    '这段时间没有报事',
    '这段时间还没有人接手工单',
  ]);
  expect(daysSentence(none)).toBe('报事 0 张，其中 0 张已完成');
});
