import type { WorkOrderReportView } from '@guihu/shared';
import type { Bar, BarsPicture } from '../../../_lib/bars';
import type { LinesPicture } from '../../../_lib/lines';
import { sayCount, sayKept, sayMinutes, sayShare, sayStars } from './figures';

type Report = WorkOrderReportView;
/** What people rate by stars: a building, an engineer. */
export type Rated = Report['buildings'][number] | Report['engineers'][number];

const MOST_TYPES = 8;
/** More than these are left to the table. */
export const MOST_RATED = 12;
const FULL_STARS = 5;
/** From four stars on somebody is satisfied. */
const SATISFIED_STARS = 4;

/** Kinds of trouble by how often they come; what is rare is put together. */
export function typesPicture({ types }: Report): BarsPicture {
  const sorted = byCount(types);
  const shown = sorted.length > MOST_TYPES ? sorted.slice(0, MOST_TYPES - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const bar = ({ count, share }: { count: number; share: number }, tone: Bar['tone']): Bar => ({
    value: count,
    said: `${sayCount(count)} ${sayShare(share)}`,
    tone,
  });
  const restSum = { count: sum(rest.map(({ count }) => count)), share: sum(rest.map(({ share }) => share)) };
  return {
    names: [...shown.map(({ name }) => name), ...(rest.length > 0 ? [`其余 ${rest.length} 类`] : [])],
    series: [one('张数', [...shown.map((type) => bar(type, 'accent')), ...(rest.length > 0 ? [bar(restSum, 'faint')] : [])])],
    mark: null,
  };
}

/** How long each step took: the mean, and beside it the median, which one long order does not move. Rule J23 sets the line. */
export function timesPicture({ times: all, targets }: Report): BarsPicture {
  // A project without complaints has no first answers.
  const times = all.filter(({ meanMinutes }) => meanMinutes !== null);
  const mean = times.map(({ clock, meanMinutes }): Bar => {
    const minutes = meanMinutes ?? 0;
    const late = clock === 'resolve' && minutes > targets.resolveMinutes;
    return { value: minutes, said: `${sayMinutes(minutes)}${late ? ' 超目标' : ''}`, tone: late ? 'soon' : 'accent' };
  });
  const median = times.map(({ medianMinutes }): Bar => ({ value: medianMinutes, said: sayMinutes(medianMinutes ?? 0), tone: 'faint' }));
  return {
    names: times.map(({ name }) => name),
    series: [one('平均', mean), { name: '中位', tone: 'faint', bars: median }],
    mark: { at: targets.resolveMinutes, said: `办结目标 ${sayMinutes(targets.resolveMinutes)}` },
  };
}

/** How many of those who rated are satisfied, against the line of rule J23. */
export function satisfactionPicture({ satisfaction: { satisfiedShare: share }, targets }: Report): BarsPicture {
  const below = share !== null && share < targets.satisfiedShare;
  return {
    names: ['满意率'],
    series: [one('满意率', [{ value: share, said: share === null ? '暂无评价' : sayKept(share), tone: below ? 'soon' : 'accent' }])],
    mark: { at: targets.satisfiedShare, said: `目标 ${sayShare(targets.satisfiedShare)}` },
    most: 1,
  };
}

/** Stars by building or by engineer, the lowest first; who has none yet comes last. `mean` is the project's. */
export function starsPicture(rated: readonly Rated[], mean: number | null): BarsPicture {
  const shown = byStars(rated).slice(0, MOST_RATED);
  return {
    names: shown.map(({ name }) => name),
    series: [one('星级', shown.map(starsBar))],
    mark: mean === null ? null : { at: mean, said: `全部平均 ${sayStars(mean)}` },
    most: FULL_STARS,
  };
}

function starsBar({ meanStars: stars, count }: Rated): Bar {
  if (stars === null) return { value: null, said: `暂无评价，${sayCount(count)}`, tone: 'accent' };
  const low = stars < SATISFIED_STARS;
  return { value: stars, said: `${sayStars(stars)}${low ? ' 偏低' : ''}，${sayCount(count)}`, tone: low ? 'soon' : 'accent' };
}

/** What came in day by day, and on which days that was closed. */
export function daysPicture({ days }: Report): LinesPicture {
  return {
    names: days.map(({ day }) => sayDay(day)),
    series: [
      { name: '完成', values: days.map(({ closed }) => closed) },
      { name: '报事', values: days.map(({ reported }) => reported) },
    ],
  };
}

export const byCount = <T extends { count: number }>(items: readonly T[]): T[] => [...items].sort((a, b) => b.count - a.count);

/** The lowest first: that is where somebody looks. Without a rating at the end, the busiest of them first. */
export function byStars<T extends Pick<Rated, 'meanStars' | 'count'>>(rated: readonly T[]): T[] {
  const place = ({ meanStars }: Pick<Rated, 'meanStars'>) => meanStars ?? FULL_STARS + 1;
  return [...rated].sort((a, b) => place(a) - place(b) || b.count - a.count);
}

/** `2026-11-23` as `11/23`. */
function sayDay(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}`;
}

const one = (name: string, bars: readonly Bar[]): BarsPicture['series'][number] => ({ name, tone: 'accent', bars });
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
