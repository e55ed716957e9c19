import { type DueTimeExplanation, sayTime } from '@guihu/shared';

export interface DueLine {
  /** Epoch milliseconds at which the stretch begins. */
  at: number;
  counted: boolean;
  title: string;
  /** `今天 10:01 至 12:00` */
  span: string;
}

const DAY_MINUTES = 24 * 60;

/** The stretches of an explained due time in the order in which they passed, counted and skipped ones together. */
export function dueLines(why: DueTimeExplanation, now: number): DueLine[] {
  const counted = why.counted.map((part) =>
    part.minutes === DAY_MINUTES
      ? { at: Date.parse(part.from), span: dayOf(sayTime(Date.parse(part.from), now)), counted: true, title: `${part.label}，计 1 天` }
      : { ...line(part, now), counted: true, title: `${part.label}，计 ${part.minutes} 分钟` },
  );
  const skipped = why.skipped.map((part) => ({ ...line(part, now), counted: false, title: `${part.reason}，不计` }));
  return [...counted, ...skipped].sort((a, b) => a.at - b.at);
}

function line({ from, to }: { from: string; to: string }, now: number) {
  const [at, end] = [Date.parse(from), Date.parse(to)];
  const [start, stop] = [sayTime(at, now), sayTime(end, now)];
  const day = dayOf(start);
  return { at, span: `${start} 至 ${stop.startsWith(`${day} `) ? stop.slice(day.length + 1) : stop}` };
}

/** `11月25日 周三` of `11月25日 周三 10:00`. */
const dayOf = (said: string): string => said.slice(0, said.lastIndexOf(' '));
