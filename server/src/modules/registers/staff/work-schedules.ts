import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../../../platform/calendar/calendars';
import { Clock } from '../../../platform/clock/clock';
import { Remembered } from '../../../platform/clock/remembered';
import { Database, marks, select } from '../../../platform/database/database';
import { type Absence, makeShift, type Schedule, type WorkingCalendar, type Shift as WorkingShift } from '../../../platform/working-time';
import { Shift } from './staff.entity';

/** Machine time. */
const REMEMBER_MS = 30_000;

/** Calendars that every installation has. */
const OFFICE = 'office';
const STATUTORY = 'statutory';
const ALWAYS = 'always';

/** When somebody may be expected at a door that is not in need: every day, but not at night. */
const SERVICE_HOURS = makeShift(
  '服务时间',
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '08:00', to: '20:00' }]])),
);

interface PlannedShift {
  shift: WorkingShift;
  calendarId: string;
}

/** When colleagues work: shift windows on the shift's calendar, less their leaves. */
@Injectable()
export class WorkSchedules {
  private readonly shifts: Remembered<Map<string, PlannedShift>>;

  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    clock: Clock,
  ) {
    this.shifts = new Remembered(clock, REMEMBER_MS, () => this.loadShifts());
  }

  /**
   * Schedules by colleague, with the leaves that end after `from` (epoch ms). Whoever has no shift has no schedule.
   * Two statements whatever the number of people: shifts and calendars are remembered, leaves never are.
   */
  async of(staffIds: readonly string[], from: number, tx?: EntityManager): Promise<Map<string, Schedule>> {
    const all = await this.weeks(staffIds, from, tx);
    return new Map([...all].flatMap(([id, { schedule }]) => (schedule ? [[id, schedule] as const] : [])));
  }

  /** The same for everybody, a shift or none: their weekly schedule and the leaves that end after `from`, earliest first. */
  async weeks(
    staffIds: readonly string[],
    from: number,
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, { schedule: Schedule | null; leaves: readonly Absence[] }>> {
    if (staffIds.length === 0) return new Map();
    const [people, leaves, shifts] = await Promise.all([this.posts(tx, staffIds), this.leaves(tx, staffIds, from), this.shifts.get()]);
    const weeks = await Promise.all(
      people.map(async (person) => {
        const planned = person.shift_id === null ? undefined : shifts.get(person.shift_id);
        const absences = leaves.get(person.id) ?? [];
        return [person.id, { schedule: planned ? await this.scheduleOf(person, planned, absences) : null, leaves: absences }] as const;
      }),
    );
    return new Map(weeks);
  }

  /** One colleague's schedule; null without a shift. */
  async ofOne(staffId: string, from: number): Promise<Schedule | null> {
    return (await this.of([staffId], from)).get(staffId) ?? null;
  }

  /** Days on which the sales offices are open. */
  office(): Promise<WorkingCalendar> {
    return this.calendars.get(OFFICE);
  }

  /** Statutory working days, with the days that people set by hand. */
  statutory(): Promise<WorkingCalendar> {
    return this.calendars.get(STATUTORY);
  }

  /** Time that counts for a service policy whose `hours` is `service`. */
  async serviceHours(): Promise<Schedule> {
    return { name: '服务时间', calendar: await this.calendars.get(ALWAYS), shift: SERVICE_HOURS, absences: [] };
  }

  /** Shifts changed: they are read anew. */
  invalidate(): void {
    this.shifts.forget();
  }

  private async scheduleOf(person: Post, planned: PlannedShift, absences: Absence[]): Promise<Schedule> {
    const calendar = await this.calendars.get(planned.calendarId);
    return { name: `${person.name}的班次`, calendar, shift: planned.shift, absences };
  }

  private posts(tx: EntityManager, staffIds: readonly string[]): Promise<Post[]> {
    return select<Post>(tx, `SELECT id, name, shift_id FROM staff WHERE id IN ${marks(staffIds.length)}`, staffIds);
  }

  private async leaves(tx: EntityManager, staffIds: readonly string[], from: number): Promise<Map<string, Absence[]>> {
    const rows = await select<{ staff_id: string; from_at: number | string; to_at: number | string }>(
      tx,
      `SELECT staff_id, from_at, to_at FROM leaves WHERE staff_id IN ${marks(staffIds.length)} AND to_at > ? ORDER BY from_at`,
      [...staffIds, from],
    );
    const byStaff = new Map<string, Absence[]>();
    for (const row of rows) {
      // The reason of a leave is between the colleague and the office; explanations of due times are read by many.
      const absence = { from: Number(row.from_at), to: Number(row.to_at), label: '请假' };
      byStaff.set(row.staff_id, [...(byStaff.get(row.staff_id) ?? []), absence]);
    }
    return byStaff;
  }

  private async loadShifts(): Promise<Map<string, PlannedShift>> {
    const manager = await this.database.aside();
    const rows = await manager.find(Shift);
    return new Map(rows.map((s) => [s.id, { shift: makeShift(s.name, s.week), calendarId: s.calendarId }]));
  }
}

interface Post {
  id: string;
  name: string;
  shift_id: string | null;
}
