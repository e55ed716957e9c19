import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { newId } from '../database/columns';
import { Database } from '../database/database';
import { overlay, statutoryCalendar, type WorkingCalendar } from '../working-time';
import { Calendar, CalendarDay } from './calendar.entity';

/** How long another process may still go by the days as they were. Machine time. */
const REMEMBER_MS = 30_000;

/** The calendars that people edit, each laid over the statutory one. */
@Injectable()
export class Calendars {
  private readonly remembered = new Map<string, { calendar: Promise<WorkingCalendar | null>; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The calendar as it is edited now; null when nobody made one of this id. */
  find(calendarId: string): Promise<WorkingCalendar | null> {
    const known = this.remembered.get(calendarId);
    if (known && this.clock.wall() < known.until) return known.calendar;
    const calendar = this.load(calendarId);
    this.remembered.set(calendarId, { calendar, until: this.clock.wall() + REMEMBER_MS });
    // Neither a failure nor a made-up id is worth remembering.
    const drop = () => this.remembered.get(calendarId)?.calendar === calendar && this.remembered.delete(calendarId);
    calendar.then((found) => found ?? drop(), drop);
    return calendar;
  }

  /** As `find`. Throws Error for an unknown id: one that stands in a shift must exist. */
  async get(calendarId: string): Promise<WorkingCalendar> {
    const calendar = await this.find(calendarId);
    if (!calendar) throw new Error(`no calendar ${calendarId}`);
    return calendar;
  }

  /** Own rows of a calendar between two Beijing dates, both inside. */
  async edited(calendarId: string, from: string, to: string): Promise<CalendarDay[]> {
    return this.database.manager
      .createQueryBuilder(CalendarDay, 'day')
      .where('day.calendarId = :calendarId AND day.date BETWEEN :from AND :to', { calendarId, from, to })
      .orderBy('day.date')
      .getMany();
  }

  /** Says of one date whether it is worked, whatever the rules below say. */
  async setDay(tx: EntityManager, calendarId: string, day: { date: string; working: boolean; note: string }): Promise<void> {
    await tx.upsert(CalendarDay, { id: newId(), calendarId, ...day }, { conflictPaths: ['calendarId', 'date'] });
    this.forgetAfter(tx, calendarId);
  }

  /** The date follows the rules again. @returns whether it had a row of its own. */
  async clearDay(tx: EntityManager, calendarId: string, date: string): Promise<boolean> {
    const known = await tx.existsBy(CalendarDay, { calendarId, date });
    await tx.delete(CalendarDay, { calendarId, date });
    this.forgetAfter(tx, calendarId);
    return known;
  }

  /** Forgets one calendar, or all of them. */
  invalidate(calendarId?: string): void {
    if (calendarId === undefined) this.remembered.clear();
    else this.remembered.delete(calendarId);
  }

  private forgetAfter(tx: EntityManager, calendarId: string): void {
    this.database.afterCommit(tx, () => this.invalidate(calendarId));
  }

  private async load(calendarId: string): Promise<WorkingCalendar | null> {
    const manager = await this.database.aside();
    const row = await manager.findOneBy(Calendar, { id: calendarId });
    if (!row) return null;
    const days = await manager.findBy(CalendarDay, { calendarId });
    return overlay(statutoryCalendar, {
      key: row.id,
      name: row.name,
      weekendsWork: row.weekendsWork,
      holidaysWork: row.holidaysWork,
      days: new Map(days.map((d) => [d.date, { working: d.working, note: d.note }])),
    });
  }
}
