import { type CalendarDayEdit, type CalendarView, isCivilDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Calendars } from '../../../platform/calendar/calendars';
import { Database } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import type { WorkingCalendar } from '../../../platform/working-time';
import { datesOf } from './calendar-range.policy';

/** Days that people open or close by hand: a duty day in a holiday, a closed office (they win over every rule). */
@Injectable()
export class CalendarDaysService {
  constructor(
    private readonly calendars: Calendars,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws CodedError `route.not-found`, `calendar.invalid` */
  async view(calendarId: string, from: string, to: string): Promise<CalendarView> {
    const calendar = await this.known(calendarId);
    const dates = datesOf(from, to);
    const edited = new Set((await this.calendars.edited(calendarId, from, to)).map((d) => d.date));
    const days = dates.map((date) => {
      const { working, reason } = calendar.day(date);
      return { date, working, reason, edited: edited.has(date) };
    });
    return { id: calendarId, name: calendar.name, days };
  }

  /** @throws CodedError `route.not-found`, `calendar.invalid` */
  async set(staffId: string, calendarId: string, date: string, edit: CalendarDayEdit): Promise<CalendarView> {
    await this.known(calendarId);
    requireDate(date);
    await this.database.useCase(async (tx) => {
      await this.calendars.setDay(tx, calendarId, { date, working: edit.working, note: edit.note });
      await this.audit.record(tx, staffId, 'calendar.day-set', `calendar:${calendarId}`, { date, ...edit });
      return { date };
    });
    return this.view(calendarId, date, date);
  }

  /** The date follows the rules again; doing it twice changes nothing. */
  async clear(staffId: string, calendarId: string, date: string): Promise<void> {
    await this.known(calendarId);
    requireDate(date);
    await this.database.useCase(async (tx) => {
      const had = await this.calendars.clearDay(tx, calendarId, date);
      if (had) await this.audit.record(tx, staffId, 'calendar.day-cleared', `calendar:${calendarId}`, { date });
      return { date };
    });
  }

  private async known(calendarId: string): Promise<WorkingCalendar> {
    const calendar = await this.calendars.find(calendarId);
    if (!calendar) throw coded('route.not-found', '没有找到这个工作日历');
    return calendar;
  }
}

function requireDate(date: string): void {
  if (!isCivilDate(date)) throw coded('calendar.invalid', `没有 ${date} 这一天`);
}
