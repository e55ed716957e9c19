import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import type { DataSource } from 'typeorm';
import { AppSetting } from '../settings/app-setting.entity';
import { statutoryCalendar } from '../working-time';
import { MovableClock } from './clock';

const SETTING = 'simulated-clock';
const DAY = 24 * 3_600_000;
const TEN_OCLOCK = 10 * 3_600_000;

/** 10:00 Beijing time of the first statutory working day at or after `instant`. */
export function nextWorkingTen(instant: number): number {
  for (let day = startOfBeijingDate(beijingDate(instant)); ; day += DAY) {
    if (day + TEN_OCLOCK >= instant && statutoryCalendar.day(beijingDate(day)).working) return day + TEN_OCLOCK;
  }
}

/** A clock for life beside the simulator: it starts at ten on a working day and never goes back behind what was recorded. */
export async function startSimulatedClock(dataSource: DataSource, wallNow: number): Promise<MovableClock> {
  const kept = await dataSource.manager.findOneBy(AppSetting, { id: SETTING });
  const clock = new MovableClock(kept ? nextWorkingTen(Number(kept.value)) : nextWorkingTen(startOfBeijingDate(beijingDate(wallNow))));
  await keepSimulatedClock(dataSource, clock);
  return clock;
}

export async function keepSimulatedClock(dataSource: DataSource, clock: MovableClock): Promise<void> {
  await dataSource.manager.upsert(AppSetting, { id: SETTING, value: String(clock.now()) }, ['id']);
}
