import type { LeaveRequest, LeaveView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, insertRows } from '../../../platform/database/database';
import { leaveRange } from './leave.policy';

/** One's own time off: nothing is offered and no clock runs for a colleague on leave. */
@Injectable()
export class LeaveService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `request.invalid` naming the field. */
  async take(staffId: string, request: LeaveRequest): Promise<LeaveView> {
    const { from, to } = leaveRange(request, this.clock.now());
    const id = newId();
    return this.database.useCase(async (tx) => {
      await insertRows(tx, 'leaves', [{ id, staff_id: staffId, from_at: from, to_at: to, reason: request.reason }]);
      await this.audit.record(tx, staffId, 'staff.leave-taken', `staff:${staffId}`, { leaveId: id, from, to });
      return { id, fromAt: new Date(from).toISOString(), toAt: new Date(to).toISOString(), reason: request.reason };
    });
  }
}
