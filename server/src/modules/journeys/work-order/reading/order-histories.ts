import type { ServicePolicy } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { Schedule } from '../../../../platform/working-time';
import { StaffQueries, WorkSchedules } from '../../../registers/staff';
import { DispatchRules } from '../dispatch/dispatch-rules';
import type { NameOf } from '../progress.policy';
import { logsOf, type WorkOrderRow } from '../work-order.rows';
import type { WorkOrderLog } from '../work-order-log';

/** What clocks and limits of one order are read from. */
export interface OrderHistory {
  log: WorkOrderLog;
  policy: ServicePolicy;
  /** Null where plain time counts. */
  schedule: Schedule | null;
}

/** Logs of several orders with the promise that each was received under; one statement, as promises are remembered. */
@Injectable()
export class OrderHistories {
  constructor(
    private readonly database: Database,
    private readonly rules: DispatchRules,
    private readonly schedules: WorkSchedules,
    private readonly staff: StaffQueries,
  ) {}

  async of(rows: readonly Pick<WorkOrderRow, 'id' | 'project_id' | 'policy_version'>[]): Promise<Map<string, OrderHistory>> {
    if (rows.length === 0) return new Map();
    const [logs, serviceHours] = await Promise.all([
      logsOf(
        this.database.manager,
        rows.map((row) => row.id),
      ),
      this.schedules.serviceHours(),
    ]);
    const histories = await Promise.all(
      rows.map(async ({ id, project_id, policy_version }) => {
        const policy = await this.rules.policyOf(project_id, policy_version);
        return [id, { log: logs.get(id) ?? [], policy, schedule: policy.hours === 'service' ? serviceHours : null }] as const;
      }),
    );
    return new Map(histories);
  }

  /** Names of everybody whom these logs speak of. */
  async names(logs: readonly WorkOrderLog[]): Promise<NameOf> {
    const people = await this.staff.byIds([...new Set(logs.flat().flatMap(staffIn))]);
    return (id) => (id === null ? null : (people.get(id)?.name ?? null));
  }
}

function staffIn({ actor, data }: WorkOrderLog[number]): string[] {
  const told = data as { staffId?: string | null; toStaffId?: string; claimants?: string[] };
  const ids = [actor.kind === 'staff' ? actor.id : null, told.staffId ?? null, told.toStaffId ?? null, ...(told.claimants ?? [])];
  return ids.filter((id): id is string => id !== null);
}
