import type { ViewingReport } from '@guihu/shared';
import type { TextTable } from '@/platform/table-text';
import type { Told } from '../../../_components/pictures/pictures';
import type { BarsPicture } from '../../../_lib/bars';
import type { HeatPicture } from '../../../_lib/heat';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
/** Shown although nobody came: a sales office's day. */
const FIRST_HOUR = 9;
const LAST_HOUR = 17;
const NONE = '—';
/** Customers; with fewer than these on one side nothing is compared. */
const FEW = 10;

/** `62.5%`; null where nothing was counted. */
export const shareOf = (part: number, whole: number): string | null => (whole > 0 ? `${Math.round((part / whole) * 1000) / 10}%` : null);

const groups = (count: number): string => `${count.toLocaleString('en-US')} 组`;

/** Hours that the field spans. */
function hoursOf(heat: ViewingReport['heat']): number[] {
  const hours = heat.filter(({ visits }) => visits > 0).map(({ hour }) => hour);
  const [first, last] = [Math.min(FIRST_HOUR, ...hours), Math.max(LAST_HOUR, ...hours)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function heatPicture({ heat }: Pick<ViewingReport, 'heat'>): HeatPicture {
  const hours = hoursOf(heat);
  const at = (weekday: number, hour: number) =>
    heat.filter((cell) => cell.weekday === weekday && cell.hour === hour).reduce((sum, { visits }) => sum + visits, 0);
  return {
    columns: hours.map((hour) => `${hour}点`),
    rows: WEEKDAYS,
    values: WEEKDAYS.map((_, day) => hours.map((hour) => at(day + 1, hour))),
  };
}

/** When most come, and when it could be closed (F6). */
export function heatSentence({ heat }: Pick<ViewingReport, 'heat'>): string {
  const [most, second] = [...heat].filter(({ visits }) => visits > 0).sort((a, b) => b.visits - a.visits);
  if (!most) return '这段时间还没有人到访';
  const say = ({ weekday, hour }: { weekday: number; hour: number }) => `${WEEKDAYS[weekday - 1]} ${hour} 点`;
  const told = `${say(most)}到访最多，${groups(most.visits)}`;
  return second ? `${told}；其次是${say(second)}，${groups(second.visits)}` : told;
}

function heatTable({ heat }: ViewingReport): TextTable {
  const { columns, values } = heatPicture({ heat });
  return { head: ['星期', ...columns], rows: values.map((row, day) => [WEEKDAYS[day] as string, ...row]) };
}

export function funnelPicture({ funnel }: Pick<ViewingReport, 'funnel'>): BarsPicture {
  const { booked, visited, revisited, won } = funnel;
  const steps = [
    { name: '预约', value: booked, of: null },
    // Among them are those who came without a booking: no share of the bookings.
    { name: '到访', value: visited, of: null },
    { name: '复看', value: revisited, of: shareOf(revisited, visited) },
    { name: '成交', value: won, of: shareOf(won, visited) },
  ];
  const bars = steps.map(({ value, of }) => ({ value, said: [groups(value), of].filter(Boolean).join(' '), tone: 'accent' as const }));
  return { names: steps.map(({ name }) => name), series: [{ name: '组数', tone: 'accent', bars }], mark: null };
}

export function funnelSentence({ funnel: { booked, visited, noShow, cancelled, won } }: Pick<ViewingReport, 'funnel'>): string {
  if (booked + visited === 0) return '这段时间还没有预约';
  const bought = shareOf(won, visited);
  const lost = noShow + cancelled > 0 ? `；${noShow} 组没来，${cancelled} 组取消` : '';
  return [`预约 ${groups(booked)}`, `到访 ${groups(visited)}（含未预约的）`, bought ? `成交 ${groups(won)}，占到访 ${bought}` : '']
    .filter(Boolean)
    .join('，')
    .concat(lost);
}

const funnelTable = ({ funnel }: ViewingReport): TextTable => ({
  head: ['预约', '到访', '未到访', '取消', '复看', '成交'],
  rows: [[funnel.booked, funnel.visited, funnel.noShow, funnel.cancelled, funnel.revisited, funnel.won]],
});

/** Whoever received most on top. */
const hostsInOrder = ({ byHost }: Pick<ViewingReport, 'byHost'>): ViewingReport['byHost'] =>
  [...byHost].sort((a, b) => b.visited - a.visited || b.booked - a.booked);

export function hostsTable(report: Pick<ViewingReport, 'byHost'>): TextTable {
  return {
    head: ['接待人', '预约', '到访', '未到访', '成交', '成交率', '客户评分'],
    rows: hostsInOrder(report).map(({ name, booked, visited, noShow, won, rating }) => [
      name,
      booked,
      visited,
      noShow,
      won,
      shareOf(won, visited) ?? NONE,
      rating === null ? NONE : Math.round(rating * 10) / 10,
    ]),
  };
}

export function hostsSentence(report: Pick<ViewingReport, 'byHost'>): string {
  const [busiest] = hostsInOrder(report);
  if (!busiest) return '这段时间还没有人接待';
  const rated = report.byHost.filter(({ rating }) => rating !== null).sort((a, b) => (b.rating ?? 0) - (a.rating ?? 0))[0];
  const liked = rated ? `；${rated.name}评分最高，${Math.round((rated.rating ?? 0) * 10) / 10} 星` : '';
  return `${busiest.name}接待最多，${groups(busiest.visited)}${liked}`;
}

/** 没有顾虑 is an answer, not a worry: it stands last and faint. */
const worries = ({ objections }: Pick<ViewingReport, 'objections'>) =>
  [...objections].filter(({ count }) => count > 0).sort((a, b) => Number(a.key === 'none') - Number(b.key === 'none') || b.count - a.count);

export function objectionsPicture(report: Pick<ViewingReport, 'objections'>): BarsPicture {
  const all = worries(report);
  const bars = all.map(({ key, count }) => ({
    value: count,
    said: groups(count),
    tone: key === 'none' ? ('faint' as const) : ('accent' as const),
  }));
  return { names: all.map(({ label }) => label), series: [{ name: '组数', tone: 'accent', bars }], mark: null };
}

export function objectionsSentence(report: Pick<ViewingReport, 'objections'>): string {
  const [first, second] = worries(report).filter(({ key }) => key !== 'none');
  if (!first) return '这段时间没有记下顾虑';
  return `${first.label}最多，${groups(first.count)}${second ? `；其次是${second.label}，${groups(second.count)}` : ''}`;
}

/** What was shown most on top. */
const stopsInOrder = ({ byStop }: Pick<ViewingReport, 'byStop'>): ViewingReport['byStop'] => [...byStop].sort((a, b) => b.shown - a.shown);

export function stopsTable(report: Pick<ViewingReport, 'byStop'>): TextTable {
  return {
    head: ['带看内容', '看过的客户', '其中成交', '成交率', '没看的客户', '其中成交', '成交率'],
    rows: stopsInOrder(report).map(({ label, shown, shownWon, others, othersWon }) => [
      label,
      shown,
      shownWon,
      shareOf(shownWon, shown) ?? NONE,
      others,
      othersWon,
      shareOf(othersWon, others) ?? NONE,
    ]),
  };
}

/** Where buying differs most between who was shown a stop and who was not (F9); too few to compare is said. */
export function stopsSentence({ byStop }: Pick<ViewingReport, 'byStop'>): string {
  if (byStop.length === 0) return '这段时间还没有带看记录';
  const compared = byStop.filter(({ shown, others }) => shown >= FEW && others >= FEW).sort((a, b) => gain(b) - gain(a));
  const [best] = compared;
  if (!best || gain(best) <= 0) return `看没看过，成交率还看不出差别（不足 ${FEW} 位客户的不比较）`;
  return `看过${best.label}的客户成交 ${shareOf(best.shownWon, best.shown)}，没看的 ${shareOf(best.othersWon, best.others)}`;
}

const gain = ({ shown, shownWon, others, othersWon }: ViewingReport['byStop'][number]): number => shownWon / shown - othersWon / others;

/** Everything the report tells, in the order in which it is read. */
export function toldBy(report: ViewingReport): Told[] {
  return [
    { title: '到访时段', sentence: heatSentence(report), table: heatTable(report), picture: { heat: heatPicture(report) } },
    { title: '从预约到成交', sentence: funnelSentence(report), table: funnelTable(report), picture: { bars: funnelPicture(report) } },
    { title: '接待人', sentence: hostsSentence(report), table: hostsTable(report), picture: null },
    {
      title: '客户顾虑',
      sentence: objectionsSentence(report),
      table: { head: ['顾虑', '组数'], rows: worries(report).map(({ label, count }) => [label, count]) },
      picture: { bars: objectionsPicture(report) },
    },
    { title: '看过的内容与成交', sentence: stopsSentence(report), table: stopsTable(report), picture: null },
  ];
}
