// The package's table, not its functions: those read dates in the machine's zone and take Saturday for Friday west of Greenwich.
import published from 'chinese-days/dist/chinese-days.json';
import { type CalendarDay, calendarOf, isWeekend, ORDINARY_WORKDAY, type WorkingCalendar } from './working-calendar';

const holidays: Readonly<Record<string, string>> = published.holidays;
const adjusted: Readonly<Record<string, string>> = published.workdays;

const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** The State Council's holidays and adjusted working days; a year that the table does not hold yet goes by its weekends and says so. */
export const statutoryCalendar: WorkingCalendar = calendarOf('statutory', '法定工作日', statutoryDay);

function statutoryDay(date: string): CalendarDay {
  if (!isPublished(date)) return byWeekend(date, '（该年放假安排尚未收录，暂按双休计）');
  if (adjusted[date]) return { working: true, reason: '调休上班', kind: 'adjusted' };
  const holiday = holidays[date];
  if (holiday) return { working: false, reason: holidayName(holiday), kind: 'holiday' };
  return byWeekend(date, '');
}

/** Every yearly notice names National Day, so its absence means that the year's notice is not in the table. */
const isPublished = (date: string): boolean => `${date.slice(0, 4)}-10-01` in holidays;

function byWeekend(date: string, remark: string): CalendarDay {
  return isWeekend(date)
    ? { working: false, reason: `周末${remark}`, kind: 'weekend' }
    : { working: true, reason: `${ORDINARY_WORKDAY}${remark}`, kind: 'workday' };
}

/** Entries read `National Day,国庆节,3`. */
function holidayName(entry: string): string {
  const name = entry.split(',')[1] ?? entry;
  return FULL_NAMES[name] ?? name;
}
