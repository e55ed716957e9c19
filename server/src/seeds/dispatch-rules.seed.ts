import { DEFAULT_SERVICE_POLICY, type DispatchRule } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds, StaffIds } from './world';

function rulesOf(staff: StaffIds): DispatchRule[] {
  return [
    {
      id: 'complaints',
      name: '投诉建议由客户关系专员处理',
      when: { kinds: ['complaint', 'suggestion'] },
      group: { skills: ['complaint'] },
      mode: 'least-loaded',
    },
    {
      id: 'water',
      name: '水管与洁具先派马师傅',
      when: { categoryIds: ['water'] },
      group: { skills: ['plumbing'], staffIds: [staff.engineer] },
      mode: 'assign',
    },
    { id: 'leaks', name: '渗漏找防水工程师轮流', when: { categoryIds: ['leak'] }, group: { skills: ['waterproof'] }, mode: 'rotate' },
    {
      id: 'electric',
      name: '电路与照明找电工',
      when: { categoryIds: ['electric'] },
      group: { skills: ['electric'] },
      mode: 'least-loaded',
    },
    { id: 'climate', name: '供暖空调找暖通', when: { categoryIds: ['climate'] }, group: { skills: ['heating'] }, mode: 'least-loaded' },
    {
      id: 'public',
      name: '公共区域由在班师傅抢单',
      when: { categoryIds: ['public'] },
      group: { skills: ['public', 'electric', 'equipment'] },
      mode: 'claim',
    },
    {
      id: 'rest',
      name: '其余报修给在手最少的师傅',
      when: { kinds: ['repair'] },
      group: { skills: ['plumbing', 'electric', 'carpentry'] },
      mode: 'least-loaded',
    },
  ];
}

const CONTRACTORS = [
  { name: '安居防水工程公司', trade: '防水', phone: '010-5555 0131' },
  { name: '恒力电梯维保', trade: '电梯', phone: '010-5555 0132' },
  { name: '明净管道疏通', trade: '管道疏通', phone: '010-5555 0133' },
];

/** The first published dispatch rules of the project that has a service team, and the firms it may send. */
export async function seedDispatchRules({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  await insertRows(tx, 'dispatch_rule_sets', [
    {
      id: newId(),
      project_id: projects.YX,
      version: 1,
      rules: rulesOf(staff),
      settings: DEFAULT_SERVICE_POLICY,
      published_at: now,
      published_by_id: staff.manager,
    },
  ]);
  await insertRows(
    tx,
    'dispatch_locks',
    Object.values(projects).map((id) => ({ project_id: id })),
  );
  await insertRows(
    tx,
    'contractors',
    CONTRACTORS.map((firm) => ({ id: newId(), project_id: projects.YX, ...firm, active: true })),
  );
}
