import type { WorkOrderReportView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/http/actor';
import { refusedField } from '../../../platform/http/coded-error';
import { CategoryQueries, type OrderFacts, OrderFactsQueries } from '../../journeys/work-order';
import { UnitQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { reportOf } from './report.policy';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
/** Years that a report can be about. */
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2200, 0);

/** How the service of a project did: types, times, satisfaction, by building and by engineer. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly facts: OrderFactsQueries,
    private readonly categories: CategoryQueries,
    private readonly units: UnitQueries,
    private readonly staff: StaffQueries,
  ) {}

  /**
   * Of the orders reported in `[from, to)` (epoch ms) that the colleague may see.
   * @throws CodedError `project.not-found`, `request.invalid` for a time that is turned round or longer than a year
   */
  async report(actor: StaffActor, projectId: string, from: number, to: number): Promise<WorkOrderReportView> {
    if (from < EARLIEST || from > LATEST) throw refusedField('request.invalid', 'from', 'range', '日期超出范围，请检查');
    if (to <= from) throw refusedField('request.invalid', 'to', 'order', '结束时间需要晚于开始时间');
    if (to - from > MOST_DAYS * DAY_MS) throw refusedField('request.invalid', 'to', 'long', '一次最多统计一年，请缩短时间范围');
    const orders: OrderFacts[] = [];
    for await (const lot of this.facts.reported(actor, projectId, from, to)) orders.push(...lot);
    const [categories, buildings, people] = await Promise.all([
      this.categories.all(),
      this.units.buildingsOf(projectId),
      this.staff.byIds([...new Set(orders.flatMap((order) => order.assigneeId ?? []))]),
    ]);
    const names = {
      categories: new Map([...categories].map(([id, category]) => [id, category.name])),
      buildings: new Map(buildings.map((building) => [building.id, building.name])),
      people: new Map([...people].map(([id, person]) => [id, person.name])),
    };
    return reportOf(orders, names, from, to);
  }
}
