import type { SopPlanView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { SopPlan } from './sop.entity';

/** Plans are data with versions: the newest active version of each key is in force, running tasks keep theirs. */
@Injectable()
export class SopPlanQueries {
  constructor(private readonly database: Database) {}

  /** Plans in force, by key. */
  async list(): Promise<SopPlanView[]> {
    const rows = await this.database.manager.find(SopPlan, { where: { active: true }, order: { planKey: 'ASC', version: 'ASC' } });
    const newest = new Map(rows.map((row) => [row.planKey, row]));
    return [...newest.values()].map(({ planKey, version, title, startsOn, steps }) => ({
      key: planKey,
      version,
      title,
      trigger: startsOn,
      steps,
    }));
  }

  async startingOn(trigger: SopPlanView['trigger']): Promise<SopPlanView[]> {
    return (await this.list()).filter((plan) => plan.trigger === trigger);
  }
}
