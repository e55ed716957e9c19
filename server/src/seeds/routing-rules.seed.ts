import { beijingDate, DEFAULT_ROUTING_SETTINGS, type RoutingRule } from '@guihu/shared';
import { RoutingRuleSetRecord } from '../modules/journeys/lead/routing/routing.entity';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectCode, ProjectIds, StaffIds, StaffKey } from './world';

/** Shares of the leads that no other rule takes. */
const WEIGHTS: Readonly<Record<ProjectCode, Partial<Record<StaffKey, number>>>> = {
  YX: { 'agent-lin': 3, 'agent-zhao': 2, 'agent-sun': 2, 'agent-qian': 2, 'agent-wu': 2, 'agent-zheng': 1 },
  LT: { 'agent-qian': 1, 'agent-wu': 2, 'agent-zheng': 1 },
};

const FIVE_MILLION_YUAN_IN_FEN = 500_000_000;

function rulesOf(project: ProjectCode, staff: StaffIds): RoutingRule[] {
  const weights = Object.fromEntries(Object.entries(WEIGHTS[project]).map(([key, weight]) => [staff[key as StaffKey], weight]));
  return [
    { id: 'previous-owner', name: '老客户归原顾问', when: {}, strategy: 'sticky' },
    {
      id: 'low-rise',
      name: '洋房别墅找擅长的顾问',
      when: { productTypes: ['low-rise', 'villa'] },
      strategy: 'skill',
      skill: 'low-rise',
    },
    {
      id: 'high-budget',
      name: '预算 500 万以上先给手上客户少的',
      when: { budgetMin: FIVE_MILLION_YUAN_IN_FEN },
      strategy: 'least-loaded',
    },
    { id: 'walk-in', name: '到访与来电依次接待', when: { channelRoots: ['walk-in'] }, strategy: 'round-robin' },
    { id: 'everyone', name: '其余线索按权重分配', when: {}, strategy: 'weighted', weights },
  ];
}

/** The first published rules of each project, and the rows that routing counts on. */
export async function seedRoutingRules({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  for (const [code, projectId] of Object.entries(projects)) {
    await tx.insert(RoutingRuleSetRecord, {
      id: newId(),
      projectId,
      version: 1,
      rules: rulesOf(code as ProjectCode, staff),
      settings: DEFAULT_ROUTING_SETTINGS,
      publishedAt: now,
      publishedById: staff.manager,
    });
    await insertRows(tx, 'routing_locks', [{ project_id: projectId }]);
  }
  const agents = Object.entries(staff).filter(([key]) => key.startsWith('agent-'));
  await insertRows(
    tx,
    'agent_loads',
    agents.map(([, id]) => ({ staff_id: id, open_leads: 0, day: beijingDate(now), assigned_on_day: 0 })),
  );
}
