import { startOfBeijingDate, type ViewingReport } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/http/actor';
import { refusedField } from '../../../platform/http/coded-error';
import { LeadQueries } from '../../journeys/lead';
import { type ViewingFact, ViewingFactsQueries } from '../../journeys/viewing';
import { StaffQueries } from '../../registers/staff';
import { viewingReportOf } from './viewing-report.policy';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
const LOT = 1_000;

/** When people come, and what becomes of their visits. */
@Injectable()
export class ViewingReportQueries {
  constructor(
    private readonly facts: ViewingFactsQueries,
    private readonly leads: LeadQueries,
    private readonly staff: StaffQueries,
  ) {}

  /**
   * Of Beijing days, `to` included.
   * @throws CodedError `project.not-found`, `request.invalid` for days that are turned round or more than a year
   */
  async report(actor: StaffActor, projectId: string, from: string, to: string): Promise<ViewingReport> {
    const [first, end] = [startOfBeijingDate(from), startOfBeijingDate(to) + DAY_MS];
    if (end <= first) throw refusedField('request.invalid', 'to', 'order', '结束日期不能早于开始日期');
    if (end - first > MOST_DAYS * DAY_MS) throw refusedField('request.invalid', 'to', 'long', '一次最多统计一年，请缩短时间范围');
    const facts: ViewingFact[] = [];
    for await (const lot of this.facts.between(actor, projectId, first, end)) facts.push(...lot);
    const [won, people] = await Promise.all([
      this.wonAmong([...new Set(facts.flatMap((fact) => fact.leadId ?? []))]),
      this.staff.byIds([...new Set(facts.flatMap((fact) => fact.hostId ?? []))]),
    ]);
    return viewingReportOf(facts, won, (staffId) => people.get(staffId)?.name ?? '同事');
  }

  private async wonAmong(leadIds: readonly string[]): Promise<Set<string>> {
    const won = new Set<string>();
    for (let at = 0; at < leadIds.length; at += LOT) {
      const standings = await this.leads.standings(leadIds.slice(at, at + LOT));
      for (const [id, { outcome }] of standings) if (outcome === 'won') won.add(id);
    }
    return won;
  }
}
