import { DAY_MS, dateOf, weekdayOf } from './civil-day';

/**
 * Where a day's answer comes from. `adjusted` works although its weekday would rest (调休); `closed` was set to rest by hand.
 * A calendar may leave it out: then a resting Saturday or Sunday is taken as `weekend`, another resting day as `holiday`.
 */
export type DayKind = 'workday' | 'adjusted' | 'weekend' | 'holiday' | 'closed';

export interface CalendarDay {
  readonly working: boolean;
  /** 工作日, 调休上班, 周末, 国庆节 … as people read it. */
  readonly reason: string;
  readonly kind?: DayKind;
}

/** Says of each Beijing civil date (YYYY-MM-DD) whether it is worked, and why. Throws RangeError for what is no date. */
export interface WorkingCalendar {
  readonly key: string;
  readonly name: string;
  day(date: string): CalendarDay;
}

export const ORDINARY_WORKDAY = '工作日';

export interface OverlayOptions {
  readonly key: string;
  readonly name: string;
  /** Saturdays and Sundays are worked like other days. */
  readonly weekendsWork?: boolean;
  /** Public holidays are worked; one that falls on a weekend only together with `weekendsWork`. */
  readonly holidaysWork?: boolean;
  /** Rows that people edit, by date; they win over everything. Copied: a later change needs a new overlay. */
  readonly days: ReadonlyMap<string, { readonly working: boolean; readonly note: string }>;
}

/** An office's calendar: its own rows first, then adjusted working days of the base, which always work, then the two switches. */
export function overlay(base: WorkingCalendar, options: OverlayOptions): WorkingCalendar {
  const rows = new Map(options.days);
  const { weekendsWork = false, holidaysWork = false } = options;
  return calendarOf(options.key, options.name, (date) => {
    const below = base.day(date);
    const weekend = isWeekend(date);
    const row = rows.get(date);
    if (row?.working) return { working: true, reason: row.note || '指定上班', kind: weekend && !weekendsWork ? 'adjusted' : 'workday' };
    if (row) return { working: false, reason: row.note || '指定休息', kind: 'closed' };
    if (below.working) return below;
    const kind = below.kind ?? (weekend ? 'weekend' : 'holiday');
    if (kind === 'weekend' && weekendsWork) return { working: true, reason: '周末照常上班', kind: 'workday' };
    if (kind === 'holiday' && holidaysWork && (!weekend || weekendsWork)) {
      return { working: true, reason: `${below.reason}照常上班`, kind: 'workday' };
    }
    return below;
  });
}

/** A calendar that asks `rule` once for each date of a year, on the first question about that year. */
export function calendarOf(key: string, name: string, rule: (date: string) => CalendarDay): WorkingCalendar {
  const years = new Map<string, ReadonlyMap<string, CalendarDay>>();
  return {
    key,
    name,
    day(date) {
      const year = date.slice(0, 4);
      let days = years.get(year);
      if (!days) {
        days = new Map(datesOfYear(year).map((each) => [each, Object.freeze(rule(each))]));
        years.set(year, days);
      }
      const found = days.get(date);
      if (!found) throw new RangeError(`not a date: ${date}`);
      return found;
    },
  };
}

export const isWeekend = (date: string): boolean => weekdayOf(Date.parse(date) / DAY_MS) >= 6;

function datesOfYear(year: string): string[] {
  if (!/^\d{4}$/.test(year)) throw new RangeError(`not a year: ${year}`);
  const first = Date.parse(`${year}-01-01`) / DAY_MS;
  return Array.from({ length: 366 }, (_, i) => dateOf(first + i)).filter((date) => date.startsWith(year));
}
