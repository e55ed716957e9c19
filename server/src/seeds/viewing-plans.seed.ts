import { beijingDate, beijingParts, usualStops, type ViewingKind, type ViewingPlan } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds, StaffIds } from './world';

type Plan = Omit<ViewingPlan, 'id' | 'projectId' | 'kind' | 'version'>;

const DAY = 24 * 60 * 60_000;
const EVERY_DAY = ['1', '2', '3', '4', '5', '6', '7'];

const on = (days: readonly string[], ...windows: { from: string; to: string }[]) => Object.fromEntries(days.map((day) => [day, windows]));

const VIEWING: Plan = {
  title: '预约看房',
  audience: 'everybody',
  active: true,
  lengthMinutes: 60,
  bufferBeforeMinutes: 15,
  bufferAfterMinutes: 15,
  minimumNoticeMinutes: 120,
  horizonDays: 30,
  seats: 4,
  reservedSeats: 1,
  reservedUntilHours: 24,
  mostOpenPerPerson: 2,
  mostPerPersonAndDay: 1,
  mostReschedules: 3,
  changeUntilMinutes: 120,
  offerMinutes: 60,
  graceMinutes: 30,
  personalHost: true,
  eventHostId: null,
  tourStops: usualStops('viewing'),
  // Colleagues have lunch at noon.
  week: on(EVERY_DAY, { from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }),
  openDays: [],
  closures: [],
};

/** Whole parties are received together, by one colleague. */
const TOGETHER: Plan = {
  ...VIEWING,
  bufferBeforeMinutes: 30,
  bufferAfterMinutes: 30,
  minimumNoticeMinutes: 12 * 60,
  reservedSeats: 0,
  reservedUntilHours: 0,
  mostOpenPerPerson: 1,
  changeUntilMinutes: 4 * 60,
  personalHost: false,
  tourStops: [],
  week: {},
};

/** The first published plans: visits every day, open days of the site at weekends, inspections before delivery, and a fair. */
export async function seedViewingPlans({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  const plans: [projectId: string, kind: ViewingKind, plan: Plan][] = [
    [projects.YX, 'viewing', VIEWING],
    [
      projects.YX,
      'site-open-day',
      {
        ...TOGETHER,
        title: '周末工地开放日',
        lengthMinutes: 120,
        seats: 30,
        eventHostId: staff.supervisor,
        tourStops: ['site', 'craft', 'garden'],
        week: on(['6', '7'], { from: '09:30', to: '11:30' }, { from: '14:00', to: '16:00' }),
      },
    ],
    [
      projects.YX,
      'pre-inspection',
      {
        ...TOGETHER,
        title: '二期预验房',
        lengthMinutes: 90,
        seats: 6,
        week: on(['2', '4'], { from: '09:00', to: '12:00' }, { from: '14:00', to: '17:00' }),
      },
    ],
    [
      projects.YX,
      'event',
      {
        ...TOGETHER,
        title: '中央花园亲子市集',
        lengthMinutes: 180,
        seats: 60,
        openDays: [{ date: secondSaturday(now), windows: [{ from: '14:00', to: '17:00' }], note: '中央花园，雨天顺延' }],
      },
    ],
    [projects.LT, 'viewing', { ...VIEWING, seats: 2, reservedSeats: 0 }],
  ];
  await insertRows(
    tx,
    'viewing_plans',
    plans.map(([projectId, kind, plan]) => ({
      id: newId(),
      project_id: projectId,
      kind,
      version: 1,
      current_key: `${projectId}:${kind}`,
      plan,
      saved_by_id: staff.manager,
      saved_at: now,
    })),
  );
}

/** Of those to come, the second one: early enough to be told of, late enough to be booked. */
function secondSaturday(now: number): string {
  const away = (6 - beijingParts(now).weekday + 7) % 7;
  return beijingDate(now + (away + 7) * DAY);
}
