import { type ClockKey, type StaffWorkOrderSummary, WORK_ORDER_STATUS_LABELS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { UnitQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { CategoryQueries } from '../category.queries';
import { ContractorQueries } from '../contractor.queries';
import type { WorkOrderRow } from '../work-order.rows';
import { listedUrgency } from './order-urgency.policy';

/** Fills in the names that other features own, in one question to each, however many orders there are. */
@Injectable()
export class OrderDescription {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitQueries,
    private readonly staff: StaffQueries,
    private readonly categories: CategoryQueries,
    private readonly contractors: ContractorQueries,
  ) {}

  async summaries(rows: readonly WorkOrderRow[]): Promise<StaffWorkOrderSummary[]> {
    if (rows.length === 0) return [];
    const [places, people, categories, contractors] = await Promise.all([
      this.units.places(rows.map((row) => row.unit_id)),
      this.staff.byIds(rows.flatMap((row) => [row.assignee_id ?? [], row.responsible_id ?? []].flat())),
      this.categories.all(),
      this.contractors.names(rows.flatMap((row) => row.contractor_id ?? [])),
    ]);
    const now = this.clock.now();
    const person = (id: string | null) => (id === null ? null : { id, name: people.get(id)?.name ?? '同事' });
    return rows.map((row) => {
      const place = places.get(row.unit_id);
      const category = categories.get(row.category_id);
      return {
        id: row.id,
        number: row.number,
        kind: row.kind,
        status: row.status,
        statusLabel: WORK_ORDER_STATUS_LABELS[row.status],
        projectId: row.project_id,
        homeLabel: place?.label ?? '',
        buildingName: place?.buildingName ?? '',
        categoryName: category?.name ?? '报事',
        picture: category?.picture ?? 'other',
        description: row.description,
        urgent: row.urgent,
        severity: row.severity,
        assignee: person(row.assignee_id),
        responsible: person(row.responsible_id),
        contractorName: row.contractor_id === null ? null : (contractors.get(row.contractor_id) ?? null),
        escalation: row.escalation as StaffWorkOrderSummary['escalation'],
        urges: row.urges,
        createdAt: new Date(row.created_at).toISOString(),
        preferredTime: row.preferred_at === null ? null : new Date(row.preferred_at).toISOString(),
        urgency: listedUrgency({ status: row.status, clock: row.next_clock as ClockKey | null, dueAt: row.next_due_at }, now),
        warranty: row.warranty.label,
      };
    });
  }
}
