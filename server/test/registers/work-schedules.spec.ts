import { StaffQueries, WorkSchedules } from '../../src/modules/registers/staff';
import { Calendars } from '../../src/platform/calendar/calendars';
import { newId } from '../../src/platform/database/columns';
import { insertRows } from '../../src/platform/database/database';
import { addWorking, isWorking, nextWorkingInstant } from '../../src/platform/working-time';
import { beijing, MONDAY_TEN, type RegistersWorld, seededRegisters } from '../support/registers';

const MINUTE = 60_000;

describe('when colleagues work', () => {
  let world: RegistersWorld;
  let schedules: WorkSchedules;
  let calendars: Calendars;
  let lin: string;

  beforeEach(async () => {
    world = await seededRegisters();
    schedules = world.module.get(WorkSchedules);
    calendars = world.module.get(Calendars, { strict: false });
    lin = await world.staffId('agent-lin');
  });
  afterEach(() => world?.stop());

  const leave = (staffId: string, from: string, to: string) =>
    world.database.transaction((tx) =>
      insertRows(tx, 'leaves', [{ id: newId(), staff_id: staffId, from_at: beijing(from), to_at: beijing(to), reason: '家中有事' }]),
    );
  const scheduleOf = async (staffId: string, from = MONDAY_TEN) => (await schedules.of([staffId], from)).get(staffId)!;

  it('all six agents are at work at ten, also on a Sunday and on National Day', async () => {
    const agents = await world.module.get(StaffQueries).sellingStaff(await world.projectId('YX'));
    const found = await schedules.of(
      agents.map((a) => a.id),
      MONDAY_TEN,
    );
    expect(found.size).toBe(6);
    for (const instant of [MONDAY_TEN, beijing('2026-11-22 10:00'), beijing('2026-10-01 10:00')]) {
      expect([...found.values()].every((schedule) => isWorking(schedule, instant))).toBe(true);
    }
    expect(found.get(lin)?.name).toBe('林晓的班次');
  });

  it('nobody sells over lunch, at night, or at the turn of the year', async () => {
    const schedule = await scheduleOf(lin);
    for (const text of ['2026-11-23 12:30', '2026-11-23 18:00', '2027-02-06 10:00']) expect(isWorking(schedule, beijing(text))).toBe(false);
    expect(nextWorkingInstant(schedule, beijing('2027-02-04 18:00'))).toBe(beijing('2027-02-08 09:00'));
    const due = addWorking(schedule, beijing('2026-11-23 11:50'), 15 * MINUTE)!;
    expect(due.at).toBe(beijing('2026-11-23 13:05'));
    expect(due.explanation.clock).toBe('林晓的班次');
    expect(due.explanation.counted.map((c) => c.label)).toEqual(['周一 09:00–12:00 早班', '周一 13:00–18:00 早班']);
  });

  it('a leave takes time out at once, says no more than 请假, and ends', async () => {
    await scheduleOf(lin);
    await leave(lin, '2026-11-23 09:00', '2026-11-24 12:00');
    const schedule = await scheduleOf(lin);
    expect(isWorking(schedule, MONDAY_TEN)).toBe(false);
    expect(nextWorkingInstant(schedule, MONDAY_TEN)).toBe(beijing('2026-11-24 13:00'));
    expect(schedule.absences.map((a) => a.label)).toEqual(['请假']);
    expect((await scheduleOf(lin, beijing('2026-11-24 12:00'))).absences).toEqual([]);
  });

  it('a leave is one person’s own', async () => {
    await leave(lin, '2026-11-23 09:00', '2026-11-24 12:00');
    expect(isWorking(await scheduleOf(await world.staffId('agent-zhao')), MONDAY_TEN)).toBe(true);
  });

  it('service hours are every day’s, from eight to eight', async () => {
    const hours = await schedules.serviceHours();
    expect(nextWorkingInstant(hours, beijing('2027-02-05 20:00'))).toBe(beijing('2027-02-06 08:00'));
    expect(addWorking(hours, beijing('2026-11-23 19:00'), 120 * MINUTE)?.at).toBe(beijing('2026-11-24 09:00'));
  });

  it('the engineer’s rota never ends, not at midnight and not in the holidays', async () => {
    const rota = await scheduleOf(await world.staffId('engineer'));
    for (const text of ['2026-11-23 23:59', '2026-11-24 00:00', '2026-11-24 07:59', '2026-11-24 08:00', '2027-02-06 03:00']) {
      expect(isWorking(rota, beijing(text))).toBe(true);
    }
  });

  it('whoever has no shift has no schedule, and whoever is asked for nobody gets nobody', async () => {
    await world.database.rows('UPDATE staff SET shift_id = NULL WHERE id = ?', [lin]);
    expect(await schedules.of([lin, 'nobody'], MONDAY_TEN)).toEqual(new Map());
    expect(await schedules.ofOne(lin, MONDAY_TEN)).toBeNull();
    expect(await schedules.of([], MONDAY_TEN)).toEqual(new Map());
  });

  it('a day closed by hand is closed for those of that calendar, and opens again', async () => {
    await scheduleOf(lin);
    await world.database.transaction((tx) => calendars.setDay(tx, 'office', { date: '2026-11-23', working: false, note: '项目团建' }));
    expect(isWorking(await scheduleOf(lin), MONDAY_TEN)).toBe(false);
    expect(isWorking(await scheduleOf(await world.staffId('finance')), MONDAY_TEN)).toBe(true);
    expect((await schedules.office()).day('2026-11-23')).toMatchObject({ working: false, reason: '项目团建' });
    expect((await schedules.statutory()).day('2026-11-23').working).toBe(true);
    await world.database.transaction((tx) => calendars.clearDay(tx, 'office', '2026-11-23'));
    expect(isWorking(await scheduleOf(lin), MONDAY_TEN)).toBe(true);
  });

  it('an edit that rolls back changes no calendar', async () => {
    await scheduleOf(lin);
    const failed = world.database.transaction(async (tx) => {
      await calendars.setDay(tx, 'office', { date: '2026-11-23', working: false, note: '' });
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(isWorking(await scheduleOf(lin), MONDAY_TEN)).toBe(true);
  });

  it('what another process edited is seen within half a minute', async () => {
    await scheduleOf(lin);
    await world.database.rows(
      `INSERT INTO calendar_days (id, calendar_id, date, working, note) VALUES (?, 'office', '2026-11-23', 0, '停电')`,
      [newId()],
    );
    expect(isWorking(await scheduleOf(lin), MONDAY_TEN)).toBe(true);
    world.clock.advance(30_000);
    expect(isWorking(await scheduleOf(lin), MONDAY_TEN)).toBe(false);
  });

  it('setting a day twice keeps one row, the later one', async () => {
    for (const working of [false, true]) {
      await world.database.transaction((tx) => calendars.setDay(tx, 'office', { date: '2027-02-06', working, note: '值班' }));
    }
    const rows = await calendars.edited('office', '2027-02-06', '2027-02-06');
    expect(rows.map((d) => [d.working, d.note])).toEqual([[true, '值班']]);
    expect(await calendars.find('no-such-calendar')).toBeNull();
    await expect(calendars.get('no-such-calendar')).rejects.toThrow('no calendar');
  });
});
