import { Injectable } from '@nestjs/common';
import type { Schedule, WorkingCalendar } from '../../../platform/working-time';
import { StaffQueries, WorkSchedules } from '../../registers/staff';

/** Whose tasks they are: by which clock they are counted, and who hears when they are late. */
export interface TaskOwner {
  readonly staffId: string;
  readonly schedule: Schedule | null;
  readonly statutory: WorkingCalendar;
  /** Null when nobody leads this colleague. */
  readonly leaderId: string | null;
}

@Injectable()
export class TaskOwnerQueries {
  constructor(
    private readonly staff: StaffQueries,
    private readonly schedules: WorkSchedules,
  ) {}

  /** Facts of a colleague for tasks counted from `from` (epoch ms). Somebody without a leader answers to the project's manager. */
  async find(staffId: string, projectId: string, from: number): Promise<TaskOwner> {
    const [schedule, statutory, leader] = await Promise.all([
      this.schedules.ofOne(staffId, from),
      this.schedules.statutory(),
      this.staff.leaderOf(staffId),
    ]);
    return { staffId, schedule, statutory, leaderId: leader ?? (await this.managerOf(staffId, projectId)) };
  }

  private async managerOf(staffId: string, projectId: string): Promise<string | null> {
    const [managerId] = (await this.staff.managersOf(projectId)).filter((id) => id !== staffId);
    return managerId ?? null;
  }
}
