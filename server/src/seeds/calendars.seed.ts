import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

/** The sales offices open on weekends and holidays, but nobody buys a home at the turn of the year. */
const CLOSED_DAYS = [
  ['2026-02-16', '除夕'],
  ['2026-02-17', '春节'],
  ['2026-02-18', '春节'],
  ['2027-02-05', '除夕'],
  ['2027-02-06', '春节'],
  ['2027-02-07', '春节'],
] as const;

export async function seedCalendars({ tx }: Ground): Promise<void> {
  await insertRows(tx, 'calendars', [
    { id: 'statutory', name: '法定工作日', weekends_work: false, holidays_work: false },
    { id: 'office', name: '售楼处日历', weekends_work: true, holidays_work: true },
    { id: 'always', name: '全年无休', weekends_work: true, holidays_work: true },
  ]);
  await insertRows(
    tx,
    'calendar_days',
    CLOSED_DAYS.map(([date, note]) => ({ id: newId(), calendar_id: 'office', date, working: false, note })),
  );
}
