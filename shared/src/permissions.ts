/** Roles are what a person is; permissions are what a route asks for. One table, obeyed by guard and button. */
export const ROLES = ['prospect', 'owner', 'agent', 'engineer', 'supervisor', 'manager', 'clerk', 'relations', 'finance', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  prospect: '客户',
  owner: '业主',
  agent: '置业顾问',
  engineer: '维修工程师',
  supervisor: '主管',
  manager: '销售经理',
  clerk: '内勤',
  relations: '客户关系专员',
  finance: '财务',
  admin: '管理员',
};

export const PERMISSIONS = [
  'self',
  'customer.act',
  'lead.read',
  'lead.create',
  'lead.accept',
  'lead.transfer',
  'lead.follow-up',
  'lead.close',
  'lead.reveal-phone',
  'lead.import',
  'task.read',
  'task.complete',
  'staff.read',
  'staff.duty',
  'rule.read',
  'rule.edit',
  'calendar.edit',
  'job.read',
  'job.rerun',
  'home.read',
  'home.import',
  'work-order.read',
  'work-order.serve',
  'work-order.assign',
  'work-order.grade',
  'work-order.reveal-phone',
  'revisit.record',
  'rota.read',
  'rota.edit',
  'dispatch-rule.read',
  'dispatch-rule.edit',
  'service-report.read',
  'viewing.read',
  'viewing.receive',
  'viewing.assign',
  'viewing-plan.edit',
  'viewing-report.read',
  'site-rota.edit',
  'live-code.read',
  'live-code.edit',
  'referral.read',
  'referral.stage',
  'referral.judge',
  'verdict-rule.edit',
  'reward.read',
  'reward.approve',
  'reward.pay',
  'reward-rule.edit',
  'redemption.hand-over',
  'story.moderate',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const SELF: readonly Permission[] = ['self', 'customer.act'];
const STAFF: readonly Permission[] = [...SELF, 'staff.read', 'staff.duty'];
const SELLING: readonly Permission[] = [
  ...STAFF,
  'lead.read',
  'lead.create',
  'lead.accept',
  'lead.transfer',
  'lead.follow-up',
  'lead.close',
  'lead.reveal-phone',
  'task.read',
  'task.complete',
  'viewing.read',
  'viewing.receive',
  'live-code.read',
  'live-code.edit',
  'referral.read',
  'redemption.hand-over',
];

/** Whoever goes to the home, or answers the complaint. */
const SERVING: readonly Permission[] = ['work-order.read', 'work-order.serve', 'work-order.reveal-phone', 'rota.read'];
/** Whoever answers for what a sales office promises: visits, and who brought whom. */
const DECIDING: readonly Permission[] = [
  'viewing.assign',
  'viewing-plan.edit',
  'viewing-report.read',
  'site-rota.edit',
  'referral.stage',
  'reward.read',
];
/** Whoever answers for the service as a whole. */
const STEERING: readonly Permission[] = [
  ...SERVING,
  'work-order.assign',
  'work-order.grade',
  'revisit.record',
  'rota.edit',
  'dispatch-rule.read',
  'dispatch-rule.edit',
  'service-report.read',
  'home.read',
];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  prospect: SELF,
  owner: SELF,
  agent: SELLING,
  engineer: [...STAFF, ...SERVING],
  supervisor: [...SELLING, 'rule.read', ...STEERING, ...DECIDING],
  manager: [
    ...SELLING,
    'lead.import',
    'rule.read',
    'rule.edit',
    'calendar.edit',
    ...STEERING,
    ...DECIDING,
    'referral.judge',
    'verdict-rule.edit',
    'reward.approve',
    'reward-rule.edit',
    'home.import',
    'story.moderate',
  ],
  clerk: [
    ...STAFF,
    'lead.read',
    'lead.create',
    'lead.import',
    'rule.read',
    'home.read',
    'home.import',
    'viewing.read',
    'viewing.receive',
    'live-code.read',
    'live-code.edit',
    'referral.read',
    'referral.stage',
    'redemption.hand-over',
  ],
  relations: [
    ...STAFF,
    'lead.read',
    'lead.create',
    ...SERVING,
    'work-order.assign',
    'work-order.grade',
    'revisit.record',
    'service-report.read',
    'home.read',
    'home.import',
    'viewing.read',
    'viewing.receive',
    'referral.read',
    'reward.read',
    'redemption.hand-over',
    'story.moderate',
  ],
  finance: [...STAFF, 'referral.read', 'reward.read', 'reward.pay'],
  admin: PERMISSIONS,
};

/** Everything a person with these roles may ask for. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((p) => roles.some((role) => ROLE_PERMISSIONS[role].includes(p)));
}
