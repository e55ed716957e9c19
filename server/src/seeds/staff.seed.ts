import type { Role } from '@guihu/shared';
import { CAST } from '../integrations/wechat/simulator/cast';
import { newId } from '../platform/database/columns';
import { execute, insertRows } from '../platform/database/database';
import { SWITCHBOARD } from './projects.seed';
import type { ShiftKey } from './shifts.seed';
import type { Ground, ProjectCode, ProjectIds, StaffIds, StaffKey } from './world';

interface TeamPlan {
  name: string;
  kind: 'sales' | 'service';
  leader: StaffKey | null;
}

const TEAMS = {
  first: { name: '一组', kind: 'sales', leader: 'supervisor' },
  second: { name: '二组', kind: 'sales', leader: 'supervisor-b' },
  service: { name: '维保组', kind: 'service', leader: 'supervisor' },
} as const satisfies Record<string, TeamPlan>;

interface Post {
  key: StaffKey;
  title: string;
  role: Role;
  team: keyof typeof TEAMS | null;
  shift: ShiftKey;
  projects: readonly ProjectCode[];
  extension: number;
  skills?: readonly string[];
  capacity?: number;
  intro?: string;
}

const BOTH = ['YX', 'LT'] as const;

const agent = (key: StaffKey, team: 'first' | 'second', extension: number, skills: readonly string[], intro: string): Post => ({
  key,
  title: '置业顾问',
  role: 'agent',
  team,
  shift: 'early',
  // The second team sells the small project too.
  projects: team === 'second' ? BOTH : ['YX'],
  extension,
  skills,
  intro,
});

const engineer = (key: StaffKey, extension: number, skills: readonly string[], intro: string): Post => ({
  key,
  title: '维修工程师',
  role: 'engineer',
  team: 'service',
  shift: 'rota',
  projects: ['YX'],
  extension,
  skills,
  capacity: 12,
  intro,
});

const POSTS: readonly Post[] = [
  agent('agent-lin', 'first', 801, ['high-rise', 'low-rise'], '在云溪府服务五年，熟悉每一栋楼的采光与视野。'),
  agent('agent-zhao', 'first', 802, ['high-rise'], '擅长为年轻家庭算清首付、月供与税费。'),
  agent('agent-sun', 'first', 803, ['high-rise', 'apartment'], '说话直接，优点缺点都会告诉您。'),
  agent('agent-qian', 'second', 804, ['high-rise', 'low-rise', 'villa'], '专注洋房与改善型置业，对户型改造有经验。'),
  agent('agent-wu', 'second', 805, ['high-rise'], '社区里的老朋友，学校和通勤都可以问她。'),
  agent('agent-zheng', 'second', 806, ['high-rise', 'apartment'], '刚加入团队，回复快，愿意陪您多看几遍。'),
  { key: 'supervisor', title: '案场与维保主管', role: 'supervisor', team: 'first', shift: 'early', projects: ['YX'], extension: 811 },
  { key: 'supervisor-b', title: '销售主管', role: 'supervisor', team: 'second', shift: 'early', projects: BOTH, extension: 812 },
  { key: 'manager', title: '销售经理', role: 'manager', team: null, shift: 'early', projects: BOTH, extension: 810, capacity: 200 },
  { key: 'clerk', title: '销售内勤', role: 'clerk', team: null, shift: 'early', projects: ['YX'], extension: 820 },
  {
    key: 'relations',
    title: '客户关系专员',
    role: 'relations',
    team: null,
    shift: 'early',
    projects: ['YX'],
    extension: 830,
    skills: ['complaint'],
  },
  engineer('engineer', 840, ['plumbing', 'waterproof', 'carpentry', 'decoration'], '从业十八年，水暖与防水的老师傅，干完活会把地拖干净。'),
  engineer('engineer-ding', 841, ['electric', 'equipment', 'waterproof'], '持高压、低压电工证，灯具、插座、弱电都可以找他。'),
  engineer('engineer-han', 842, ['plumbing', 'heating', 'carpentry', 'public'], '暖通与门窗维修，动作快，说得清楚。'),
  { key: 'finance', title: '财务', role: 'finance', team: null, shift: 'desk', projects: BOTH, extension: 850 },
  { key: 'admin', title: '系统管理员', role: 'admin', team: null, shift: 'desk', projects: BOTH, extension: 860 },
];

/** The colleagues of the cast with their teams and posts. */
export async function seedStaff(ground: Ground, projects: ProjectIds, shifts: Readonly<Record<ShiftKey, string>>): Promise<StaffIds> {
  const { tx } = ground;
  const teams = Object.entries(TEAMS).map(([key, team]) => ({ key, id: newId(), ...team }));
  await insertRows(
    tx,
    'teams',
    teams.map(({ id, name, kind }) => ({ id, project_id: projects.YX, name, kind, leader_id: null })),
  );
  const teamIds = Object.fromEntries(teams.map((team) => [team.key, team.id]));
  const people = POSTS.map((post) => ({ post, id: newId() }));
  await insertRows(
    tx,
    'staff',
    people.map(({ post, id }) => staffRow(ground, post, id, teamIds, shifts)),
  );
  await insertRows(
    tx,
    'staff_projects',
    people.flatMap(({ post, id }) => post.projects.map((code) => ({ staff_id: id, project_id: projects[code] }))),
  );
  const ids = Object.fromEntries(people.map(({ post, id }) => [post.key, id])) as Record<StaffKey, string>;
  for (const { leader, id } of teams) if (leader) await execute(tx, 'UPDATE teams SET leader_id = ? WHERE id = ?', [ids[leader], id]);
  return ids;
}

function staffRow(
  { cipher }: Ground,
  post: Post,
  id: string,
  teamIds: Readonly<Record<string, string>>,
  shifts: Readonly<Record<ShiftKey, string>>,
) {
  const persona = CAST.find((each) => each.key === post.key);
  if (!persona) throw new Error(`nobody in the cast is ${post.key}`);
  return {
    id,
    name: persona.name,
    title: post.title,
    roles: [post.role],
    phone_sealed: cipher.encrypt(persona.phone),
    phone_index: cipher.blindIndex(persona.phone),
    work_phone: `${SWITCHBOARD.YX} 转 ${post.extension}`,
    intro: post.intro ?? null,
    team_id: post.team === null ? null : teamIds[post.team],
    shift_id: shifts[post.shift],
    active: true,
    on_duty: true,
    capacity: post.capacity ?? 60,
    daily_quota: 30,
    skills: post.skills ?? [],
  };
}
