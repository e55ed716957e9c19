import type { SlaReplayRequest, SlaReplayView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { WorkSchedules } from '../../../registers/staff';
import { DispatchRules } from '../dispatch/dispatch-rules';
import { faultsOfServicePolicy } from '../dispatch/service-policy.policy';
import { logsOf } from '../work-order.rows';
import { type ReplayedOrder, replay } from './sla-replay.policy';

/** Newest orders of the asked time that one replay looks at. */
const MOST_ORDERS = 5_000;
const LOGS_AT_ONCE = 500;

/** What other numbers would have made of past orders (rule 105); reads logs and writes nothing. */
@Injectable()
export class SlaReplayService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: DispatchRules,
    private readonly schedules: WorkSchedules,
  ) {}

  /** The caller may see the project. @throws CodedError `rule.invalid` for numbers that could not be published */
  async replay({ projectId, policy, fromAt, toAt }: SlaReplayRequest): Promise<SlaReplayView> {
    const faults = faultsOfServicePolicy(policy);
    if (faults.length > 0) throw coded('rule.invalid', faults.join('；'));
    const orders = await this.pastOrders(projectId, Date.parse(fromAt), Date.parse(toAt));
    const { settings } = await this.rules.current(projectId);
    return replay(orders, settings, policy, await this.schedules.serviceHours(), this.clock.now());
  }

  private async pastOrders(projectId: string, from: number, to: number): Promise<ReplayedOrder[]> {
    const rows = await this.database.rows<{ id: string; number: string }>(
      `SELECT id, number FROM work_orders WHERE project_id = ? AND created_at >= ? AND created_at < ?
       ORDER BY created_at DESC LIMIT ${MOST_ORDERS}`,
      [projectId, from, to],
    );
    const orders: ReplayedOrder[] = [];
    for (let at = 0; at < rows.length; at += LOGS_AT_ONCE) {
      const some = rows.slice(at, at + LOGS_AT_ONCE);
      const logs = await logsOf(
        this.database.manager,
        some.map((row) => row.id),
      );
      orders.push(...some.map(({ id, number }) => ({ id, number, events: logs.get(id) ?? [] })).filter((o) => o.events.length > 0));
    }
    return orders;
  }
}
