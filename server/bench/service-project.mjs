const SKILLS = [['plumbing', 'waterproof'], ['electric'], ['heating', 'plumbing']];

export const CODE = 'ST';
export const MANAGER_PHONE = '13600020000';
export const SUPERVISOR_PHONE = '13600020001';
export const engineerPhone = (i) => `1360001${String(i).padStart(4, '0')}`;

/** A project file with one building and a service team of as many engineers as asked for, at work round the clock. */
export function serviceProject(engineers, homes) {
  const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
  const person = (name, phone, title, role, more = {}) => ({ name, phone, title, roles: [role], shift: '全天', ...more });
  return {
    project: {
      code: CODE,
      name: '风雨里',
      city: '杭州',
      district: '余杭',
      address: '风雨路 1 号',
      openingHours: '每天',
      phone: '0571-1000 0000',
    },
    buildings: [
      {
        name: '1 号楼',
        floors: 1,
        unitsPerFloor: homes,
        productType: 'high-rise',
        homes: Array.from({ length: homes }, (_, i) => ({ label: String(101 + i), floor: 1, layout: 'A' })),
      },
    ],
    layouts: [{ code: 'A', title: '三室', areaSqm: 105, productType: 'high-rise', rooms: [] }],
    shifts: [{ name: '全天', calendar: 'always', week: everyDay }],
    teams: [{ name: '维保组', kind: 'service', leader: '秦主管' }],
    staff: [
      person('曹经理', MANAGER_PHONE, '经理', 'manager'),
      person('秦主管', SUPERVISOR_PHONE, '主管', 'supervisor', { team: '维保组' }),
      person('许顾问', '13600020002', '置业顾问', 'agent'),
      ...Array.from({ length: engineers }, (_, i) =>
        person(`${i + 1} 号师傅`, engineerPhone(i), '维修工程师', 'engineer', {
          team: '维保组',
          skills: SKILLS[i % SKILLS.length],
          capacity: 1000,
          dailyQuota: 1000,
        }),
      ),
    ],
  };
}
