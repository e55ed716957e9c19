import type { WorkOrderReportView } from '@guihu/shared';
import { hoursOf, sayCount, sayKept, sayMinutes, sayShare, sayStars } from './figures';
import { byCount, byStars, MOST_RATED, type Rated } from './report-pictures';

type Report = WorkOrderReportView;

const LEADING = 3;

/** What each picture shows, in one sentence: for whoever reads no pictures, and for copying into a message. */
export function typesSentence({ types }: Report): string {
  const [first, ...others] = byCount(types.filter(({ count }) => count > 0));
  if (!first) return '这段时间没有报事';
  const told = `${first.name}最多，${sayCount(first.count)}，占 ${sayShare(first.share)}`;
  if (others.length < LEADING) return told;
  const leading = first.share + others.slice(0, LEADING - 1).reduce((sum, { share }) => sum + share, 0);
  return `${told}；前三类合计 ${sayShare(leading)}`;
}

export function timesSentence({ times, targets }: Report): string {
  const resolve = times.find(({ clock }) => clock === 'resolve');
  if (!resolve || resolve.meanMinutes === null) return '这段时间还没有办结的工单';
  // Of the figures as they are said, or the sum would look wrong.
  const away = Math.round((hoursOf(targets.resolveMinutes) - hoursOf(resolve.meanMinutes)) * 60);
  const target = `${sayMinutes(targets.resolveMinutes)}的目标`;
  const met = resolve.metShare === null ? '' : `；按时办结 ${sayKept(resolve.metShare)}`;
  const compared = away === 0 ? `正好是 ${target}` : `比 ${target}${away > 0 ? '快' : '慢'} ${sayMinutes(Math.abs(away))}`;
  return `平均 ${sayMinutes(resolve.meanMinutes)}办结，${compared}${met}`;
}

export function satisfactionSentence({ satisfaction: { satisfiedShare, rated, meanStars }, targets }: Report): string {
  if (satisfiedShare === null || rated === 0) return '这段时间还没有业主评价';
  const away = Math.round((targets.satisfiedShare - satisfiedShare) * 1000) / 10;
  const target = `${sayShare(targets.satisfiedShare)} 的目标`;
  const compared = satisfiedShare >= targets.satisfiedShare ? `达到 ${target}` : `离 ${target}差 ${Math.max(0.1, away)} 个百分点`;
  const stars = meanStars === null ? '' : `；平均 ${sayStars(meanStars)}`;
  return `${sayCount(rated)}已评价，满意率 ${sayKept(satisfiedShare)}，${compared}${stars}`;
}

export function buildingsSentence({ buildings }: Report): string {
  const busiest = byCount(buildings)[0];
  if (!busiest || busiest.count === 0) return '这段时间没有报事';
  return `${lowestWords(buildings)}；${busiest.name}报事最多，${sayCount(busiest.count)}${restWords(buildings)}`;
}

export function engineersSentence({ engineers }: Report): string {
  const late = [...engineers].filter(({ lateShare }) => (lateShare ?? 0) > 0).sort((a, b) => (b.lateShare ?? 0) - (a.lateShare ?? 0))[0];
  if (engineers.length === 0) return '这段时间还没有人接手工单';
  const lateWords = late ? `${late.name}超时最多，占 ${sayShare(late.lateShare ?? 0)}` : '没有人超时';
  return `${lowestWords(engineers)}；${lateWords}${restWords(engineers)}`;
}

/** Of what came in during the time: how much of it is closed. Cancelled ones are among what came in. */
export function daysSentence({ total, closed, days }: Report): string {
  const most = [...days].sort((a, b) => b.reported - a.reported)[0];
  const told = `报事 ${sayCount(total)}，其中 ${sayCount(closed)}已完成`;
  return most && most.reported > 0 && days.length > 1 ? `${told}；${sayDay(most.day)}报事最多，${sayCount(most.reported)}` : told;
}

/** `2026-11-23` as `11月23日`. */
function sayDay(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** That a picture does not show all of them. */
const restWords = (rated: readonly Rated[]): string => (rated.length > MOST_RATED ? `；图中是评价最低的 ${MOST_RATED} 个` : '');

function lowestWords(rated: readonly Rated[]): string {
  const withStars = byStars(rated).filter(({ meanStars }) => meanStars !== null);
  const [lowest] = withStars;
  if (!lowest || lowest.meanStars === null) return '还没有评价';
  return withStars.length === 1 ? `${lowest.name} ${sayStars(lowest.meanStars)}` : `${lowest.name}评价最低，${sayStars(lowest.meanStars)}`;
}
