import type { DutyState } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { sayToday } from './duty-text.policy';
import { Staff } from './staff.entity';
import { WorkSchedules } from './work-schedules';

/** A colleague's own switch: whether new leads may be offered to them now. */
@Injectable()
export class DutyService {
  constructor(
    private readonly database: Database,
    private readonly schedules: WorkSchedules,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `staff.not-found` */
  async state(staffId: string): Promise<DutyState> {
    const person = await this.database.manager.findOneBy(Staff, { id: staffId, active: true });
    if (!person) throw coded('staff.not-found');
    const now = this.clock.now();
    // A night shift of yesterday reaches into today, and a leave that ended this morning is part of today.
    const schedule = await this.schedules.ofOne(staffId, now - 24 * 60 * 60 * 1000);
    return { onDuty: person.onDuty, shiftName: schedule?.shift.name ?? null, today: sayToday(schedule, now) };
  }

  /** Turning it to where it stands changes nothing and leaves no record. */
  async set(staffId: string, onDuty: boolean): Promise<DutyState> {
    await this.database.useCase(async (tx) => {
      const person = await tx.findOneBy(Staff, { id: staffId, active: true });
      if (!person) throw coded('staff.not-found');
      if (person.onDuty !== onDuty) {
        await tx.update(Staff, { id: staffId }, { onDuty });
        await this.audit.record(tx, staffId, onDuty ? 'staff.on-duty' : 'staff.off-duty', `staff:${staffId}`);
      }
      return { onDuty };
    });
    return this.state(staffId);
  }
}
