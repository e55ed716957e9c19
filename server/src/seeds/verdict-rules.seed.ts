import { DEFAULT_VERDICT_SETTINGS } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds, StaffIds } from './world';

/** The first published rules of judging of each project: the numbers that the trade goes by. */
export async function seedVerdictRules({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  await insertRows(
    tx,
    'verdict_rule_sets',
    Object.values(projects).map((id) => ({
      id: newId(),
      project_id: id,
      version: 1,
      settings: DEFAULT_VERDICT_SETTINGS,
      published_at: now,
      published_by_id: staff.manager,
    })),
  );
}
