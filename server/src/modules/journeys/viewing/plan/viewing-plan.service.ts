import type { Page, ViewingPlan, ViewingPlanDraft } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { Line } from '../waits/line';
import { faultsOfPlan } from './plan-faults.policy';
import { planKey, ViewingPlans } from './viewing-plans';

const DAY = 24 * 60 * 60_000;
const CHANGED_MEANWHILE = '开放设置刚被同事修改过，请刷新后再保存';

/** Plans as those who answer for a sales office edit them. */
@Injectable()
export class ViewingPlanService {
  constructor(
    private readonly database: Database,
    private readonly plans: ViewingPlans,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly line: Line,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `project.not-found` for a project that is not theirs */
  async list(actor: StaffActor, projectId: string): Promise<Page<ViewingPlan>> {
    await this.projects.ofStaff(actor, projectId);
    return { items: await this.plans.ofProject(projectId), nextCursor: null };
  }

  /**
   * Each save is a version; what is booked stays booked, under the version of its time, and who waits is offered what it adds.
   * @throws CodedError `viewing-plan.invalid` field by field, `rule.version-conflict` when a colleague saved meanwhile
   */
  async save(actor: StaffActor, draft: ViewingPlanDraft): Promise<ViewingPlan> {
    await this.projects.ofStaff(actor, draft.projectId);
    const { projectId, kind, basedOnVersion, ...plan } = {
      ...draft,
      eventHostId: draft.eventHostId ?? null,
      audience: draft.audience ?? 'everybody',
    };
    const faults = faultsOfPlan({ ...draft, eventHostId: plan.eventHostId });
    if (faults.length > 0) throw coded('viewing-plan.invalid', faults[0]?.message, faults);
    if (plan.eventHostId && !(await this.staff.projectsOf(plan.eventHostId)).includes(projectId)) {
      throw refusedField('viewing-plan.invalid', 'eventHostId', 'staff', '接待同事不在这个楼盘，请重新选择');
    }
    const id = newId();
    await this.database.useCase(async (tx) => {
      const key = planKey(projectId, kind);
      const replaced = await execute(tx, 'UPDATE viewing_plans SET current_key = NULL WHERE current_key = ? AND version = ?', [
        key,
        basedOnVersion,
      ]);
      if (replaced === 0 && basedOnVersion > 0) throw coded('rule.version-conflict', CHANGED_MEANWHILE);
      const row = {
        id,
        project_id: projectId,
        kind,
        version: basedOnVersion + 1,
        current_key: key,
        plan,
        saved_by_id: actor.staffId,
        saved_at: this.clock.now(),
      };
      try {
        await insertRows(tx, 'viewing_plans', [row]);
      } catch (error) {
        if (isDuplicate(error)) throw coded('rule.version-conflict', CHANGED_MEANWHILE);
        throw error;
      }
      await this.line.serveSoon(tx, id, this.clock.now(), this.clock.now() + plan.horizonDays * DAY);
    });
    return { ...plan, id, projectId, kind, version: basedOnVersion + 1 };
  }
}
