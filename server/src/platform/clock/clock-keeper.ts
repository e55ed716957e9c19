import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import type { DataSource } from 'typeorm';
import { AppSetting } from '../settings/app-setting.entity';
import { statutoryCalendar } from '../working-time';
import { MovableClock } from './clock';

const SETTING = 'simulated-clock';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TEN_OCLOCK = 10 * HOUR;

/** 10:00 Beijing time of the first statutory working day at or after `instant`. */
export function nextWorkingTen(instant: number): number {
  for (let day = startOfBeijingDate(beijingDate(instant)); ; day += DAY) {
    if (day + TEN_OCLOCK >= instant && statutoryCalendar.day(beijingDate(day)).working) return day + TEN_OCLOCK;
  }
}

/**
 * Where a clock that ran before goes on: where it stopped when that was in the hour after a working ten, so that whatever waits
 * still has its time; else at the next working ten.
 */
export function resumeAt(stoppedAt: number): number {
  const ten = nextWorkingTen(startOfBeijingDate(beijingDate(stoppedAt)));
  return stoppedAt >= ten && stoppedAt < ten + HOUR ? stoppedAt : nextWorkingTen(stoppedAt);
}

/**
 * A clock for life beside the simulator: it starts at ten on a working day. It never goes back behind what the jobs recorded, the
 * recurring ones every minute, or a killed process would leave work that is not due until the time it had come to.
 */
export async function startSimulatedClock(dataSource: DataSource, wallNow: number): Promise<MovableClock> {
  const kept = await dataSource.manager.findOneBy(AppSetting, { id: SETTING });
  const clock = new MovableClock(
    kept ? resumeAt(Math.max(Number(kept.value), await latestJob(dataSource))) : nextWorkingTen(startOfBeijingDate(beijingDate(wallNow))),
  );
  await keepSimulatedClock(dataSource, clock);
  return clock;
}

async function latestJob(dataSource: DataSource): Promise<number> {
  const [row]: { created_at: number | string }[] = await dataSource.query('SELECT created_at FROM jobs ORDER BY id DESC LIMIT 1');
  return Number(row?.created_at ?? 0);
}

export async function keepSimulatedClock(dataSource: DataSource, clock: MovableClock): Promise<void> {
  await dataSource.manager.upsert(AppSetting, { id: SETTING, value: String(clock.now()) }, ['id']);
}
