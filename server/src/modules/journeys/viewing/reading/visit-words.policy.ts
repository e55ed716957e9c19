import { type MyViewing, sayTime } from '@guihu/shared';
import type { ViewingRow } from '../viewing.rows';
import { arrivalRefusal, endOf } from '../visit/arrival.policy';

type Told = Pick<
  ViewingRow,
  'kind' | 'status' | 'starts_at' | 'ends_at' | 'created_at' | 'checked_in_at' | 'completed_at' | 'cancelled_at' | 'stars'
>;

/** They were there and it is over, whether or not the host wrote anything down. */
const isOver = (visit: Told, now: number): boolean =>
  visit.completed_at !== null || (visit.checked_in_at !== null && now >= endOf(visit, visit.checked_in_at));

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** What is next: `明天 10:00 见，林晓在售楼处等您`. `mayAnswer`: whoever reads it may say how it was. */
export function promiseOf(visit: Told, hostName: string | null, now: number, mayAnswer: boolean): string {
  const who = hostName ?? '我们的同事';
  if (visit.status === 'cancelled') return '预约已取消，欢迎您随时再约';
  if (visit.status === 'no-show')
    return arrivalRefusal(visit, now) ? '没有等到您，随时欢迎再约' : '没有等到您，随时欢迎再约；今天到访也会为您接待';
  if (isOver(visit, now)) {
    if (visit.stars !== null) return '感谢您的评价';
    return mayAnswer ? '感谢到访，欢迎您评价这次接待' : '感谢到访';
  }
  if (visit.status === 'checked-in') return `${who}正在接待您`;
  const place = visit.kind === 'event' ? '活动现场' : '售楼处';
  if (visit.starts_at <= now) return `${who}正在${place}等您`;
  return `${sayTime(visit.starts_at, now)} 见，${who}在${place}等您`;
}

/** The steps of a visit, as a parcel's. */
export function stepsOf(visit: Told, hostName: string | null, now: number): MyViewing['steps'] {
  const booked = {
    title: '预约成功',
    text: hostName ? `${hostName}将接待您` : '到场后由现场同事接待',
    at: iso(visit.created_at),
    state: 'done' as const,
  };
  if (visit.status === 'cancelled')
    return [booked, { title: '已取消', text: '座位已让给其他客户', at: iso(visit.cancelled_at), state: 'done' }];
  const came = visit.checked_in_at !== null;
  const done = isOver(visit, now);
  const missed = visit.status === 'no-show';
  return [
    booked,
    {
      title: missed ? '未到访' : '到访签到',
      text: came ? '已签到' : missed ? '没有等到您' : `请在 ${sayTime(visit.starts_at, now)} 前到达`,
      at: iso(visit.checked_in_at) ?? iso(visit.starts_at),
      state: came || missed ? 'done' : 'now',
    },
    {
      title: visit.kind === 'event' ? '活动结束' : '参观完成',
      text: done ? '感谢到访' : visit.kind === 'event' ? '和邻居们好好相聚' : '看沙盘、样板间，按您的节奏来',
      at: iso(visit.completed_at),
      state: done ? 'done' : came ? 'now' : 'next',
    },
    {
      title: '评价接待',
      text: visit.stars === null ? '到访次日邀请您评价' : `您给了 ${visit.stars} 星`,
      at: null,
      state: visit.stars !== null ? 'done' : done ? 'now' : 'next',
    },
  ];
}
