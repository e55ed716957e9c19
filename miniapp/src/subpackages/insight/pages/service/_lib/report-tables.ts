import type { WorkOrderReportView } from '@guihu/shared';
import type { TextTable } from '@/platform/table-text';
import { hoursOf, sayKept, sayShare } from './figures';
import { byCount, byStars } from './report-pictures';

type Report = WorkOrderReportView;

const NONE = '—';
const hours = (minutes: number | null) => (minutes === null ? NONE : hoursOf(minutes));
const share = (value: number | null) => (value === null ? NONE : sayShare(value));
const kept = (value: number | null) => (value === null ? NONE : sayKept(value));
const stars = (value: number | null) => (value === null ? NONE : Math.round(value * 100) / 100);

/** The same as the pictures, figure by figure; also for whoever goes on counting in a spreadsheet. */
export const typesTable = ({ types }: Report): TextTable => ({
  head: ['类型', '张数', '占比'],
  rows: byCount(types).map(({ name, count, share: part }) => [name, count, share(part)]),
});

export const timesTable = ({ times }: Report): TextTable => ({
  head: ['环节', '平均小时', '中位小时', '九成内', '按时'],
  rows: times.map((time) => [time.name, hours(time.meanMinutes), hours(time.medianMinutes), hours(time.p90Minutes), kept(time.metShare)]),
});

export const satisfactionTable = ({ satisfaction, targets }: Report): TextTable => ({
  head: ['已评价', '平均星级', '满意率', '目标'],
  rows: [[satisfaction.rated, stars(satisfaction.meanStars), kept(satisfaction.satisfiedShare), share(targets.satisfiedShare)]],
});

export const buildingsTable = ({ buildings }: Report): TextTable => ({
  head: ['楼栋', '张数', '平均星级', '办结小时'],
  rows: byStars(buildings).map((each) => [each.name, each.count, stars(each.meanStars), hours(each.meanResolveMinutes)]),
});

export const engineersTable = ({ engineers }: Report): TextTable => ({
  head: ['处理人', '张数', '平均星级', '办结小时', '超时'],
  rows: byStars(engineers).map((each) => [
    each.name,
    each.count,
    stars(each.meanStars),
    hours(each.meanResolveMinutes),
    share(each.lateShare),
  ]),
});

export const daysTable = ({ days }: Report): TextTable => ({
  head: ['日期', '报事', '完成'],
  rows: days.map(({ day, reported, closed }) => [day, reported, closed]),
});
