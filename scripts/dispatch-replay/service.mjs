import { homesOf } from './day.mjs';
import { DAY, HOUR } from './draws.mjs';
import { BUILDINGS } from './mapping.mjs';

const CODE = 'NY';
export const PROJECT_NAME = '五区里';

/** Turns of eight hours, from midnight. */
export const TURNS = { night: [0, 8], day: [8, 16], evening: [16, 24] };

/** Groups with the skills of their people, and how many work in each turn. */
const GROUPS = [
  { name: '暖通', title: '暖通工程师', skills: ['heating', 'plumbing'], day: 7, evening: 6, night: 4 },
  { name: '给排水', title: '水暖工程师', skills: ['plumbing', 'waterproof'], day: 3, evening: 2, night: 1 },
  { name: '电工', title: '电气工程师', skills: ['electric', 'equipment'], day: 2, evening: 2, night: 0 },
  { name: '装修', title: '装修工程师', skills: ['decoration', 'carpentry'], day: 3, evening: 1, night: 0 },
  { name: '公区', title: '公区工程师', skills: ['public', 'electric'], day: 3, evening: 2, night: 1 },
  { name: '客服', title: '客户关系专员', skills: ['complaint'], day: 4, evening: 3, night: 1, role: 'relations' },
];

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭'];

/** Everybody of the service, with the turn they work in and the weekday on which they rest. */
export function engineers({ mostInTurn }) {
  const posts = GROUPS.flatMap((group) =>
    Object.keys(TURNS).flatMap((turn) => {
      const many = Math.min(group[turn], mostInTurn);
      return Array.from({ length: many }, () => ({
        group: group.name,
        title: group.title,
        skills: group.skills,
        role: group.role ?? 'engineer',
        turn,
      }));
    }),
  );
  return posts.map((post, i) => ({
    ...post,
    key: `replay-staff-${i}`,
    name: `${SURNAMES[i % SURNAMES.length]}${post.role === 'engineer' ? '师傅' : '专员'}`,
    phone: `1370010${String(i).padStart(4, '0')}`,
    rests: i % 7,
  }));
}

export const LEADERS = [
  { key: 'replay-manager', name: '梅经理', phone: '13700200001', title: '服务经理', role: 'manager' },
  { key: 'replay-supervisor', name: '林主管', phone: '13700200002', title: '维保主管', role: 'supervisor' },
  { key: 'replay-agent', name: '白顾问', phone: '13700200003', title: '置业顾问', role: 'agent' },
];

const TEAM = '维保组';

/** The project as `found-project` takes it: one building for each borough, the service team, and an agent, without whom no project stands. */
export function projectFile(scale) {
  const shift = '轮值';
  const person = ({ name, phone, title, role, skills }) => ({
    name,
    phone,
    title,
    roles: [role],
    shift,
    skills: skills ?? [],
    // Nobody is full on an ordinary day; on this one the heating engineers come near it.
    capacity: 110,
    dailyQuota: 1000,
    ...(role === 'manager' || role === 'agent' ? {} : { team: TEAM }),
  });
  return {
    project: {
      code: CODE,
      name: PROJECT_NAME,
      city: '杭州',
      district: '余杭',
      address: '五区路 311 号',
      openingHours: '每天',
      phone: '0571-1000 0311',
    },
    buildings: Object.values(BUILDINGS).map((name) => ({
      name,
      floors: 10,
      unitsPerFloor: 6,
      productType: 'high-rise',
      homes: homesOf(name, scale.homes).map(({ label, floor }) => ({ label, floor, layout: 'A' })),
    })),
    layouts: [{ code: 'A', title: '三室两厅', areaSqm: 105, productType: 'high-rise', rooms: [] }],
    // Who has no turn on a day rests: the weekly shift is empty.
    shifts: [{ name: shift, calendar: 'always', week: {} }],
    teams: [{ name: TEAM, kind: 'service', leader: '林主管' }],
    staff: [...LEADERS.map(person), ...engineers(scale).map(person)],
  };
}

/** Dispatch rules in the order in which they are asked; every mode is used. */
export function rulesFor(staffIdOf, scale) {
  const people = engineers(scale);
  const waterproof = people.filter((each) => each.group === '给排水').map((each) => staffIdOf(each.key));
  return [
    {
      id: 'complaints',
      name: '投诉建议给在手最少的专员',
      when: { kinds: ['complaint', 'suggestion'] },
      group: { skills: ['complaint'] },
      mode: 'least-loaded',
    },
    {
      id: 'heating',
      name: '供暖给在手最少的暖通师傅',
      when: { categoryIds: ['climate'] },
      group: { skills: ['heating'] },
      mode: 'least-loaded',
    },
    { id: 'leaks', name: '渗漏指派给水班', when: { categoryIds: ['leak'] }, group: { staffIds: waterproof }, mode: 'assign' },
    { id: 'water', name: '水管轮流', when: { categoryIds: ['water'] }, group: { skills: ['plumbing'] }, mode: 'rotate' },
    { id: 'electric', name: '电路轮流', when: { categoryIds: ['electric'] }, group: { skills: ['electric'] }, mode: 'rotate' },
    {
      id: 'equipment',
      name: '电梯燃气给设备师傅',
      when: { categoryIds: ['public-elevator', 'public-gas'] },
      group: { skills: ['equipment'] },
      mode: 'least-loaded',
    },
    { id: 'public', name: '公区抢单', when: { categoryIds: ['public'] }, group: { skills: ['public'] }, mode: 'claim' },
    {
      id: 'rest',
      name: '其余报修给在手最少的装修师傅',
      when: { kinds: ['repair'] },
      group: { skills: ['decoration'] },
      mode: 'least-loaded',
    },
  ];
}

/** The rota: each works the same turn on every day but the one of rest. Instants since the first midnight. */
export function turnsOf(person, days) {
  const [from, to] = TURNS[person.turn];
  return Array.from({ length: days }, (_, day) => day)
    .filter((day) => day % 7 !== person.rests)
    .map((day) => ({ from: day * DAY + from * HOUR, to: day * DAY + to * HOUR }));
}
