import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';

export interface Condition {
  sql: string;
  values: unknown[];
}

/** Rewards and redemptions belong to a project: whoever works for it and may read them sees all of them there. */
@Injectable()
export class RewardAccess {
  constructor(readonly database: Database) {}

  /** Condition on the column `project_id` of the table alias. */
  condition({ scope, projectIds }: StaffActor, alias: string, asked?: string): Condition {
    const mine = scope.kind === 'project' ? scope.projectIds : projectIds;
    if (scope.kind === 'group')
      return asked === undefined ? { sql: '1 = 1', values: [] } : { sql: `${alias}.project_id = ?`, values: [asked] };
    const among = asked === undefined ? mine : mine.filter((id) => id === asked);
    return among.length > 0 ? { sql: `${alias}.project_id IN ${marks(among.length)}`, values: [...among] } : { sql: '1 = 0', values: [] };
  }

  covers({ scope, projectIds }: StaffActor, projectId: string): boolean {
    if (scope.kind === 'group') return true;
    return (scope.kind === 'project' ? scope.projectIds : projectIds).includes(projectId);
  }
}
