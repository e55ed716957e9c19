import type { Persona, SimulatedAccount, SimulatedApp } from './simulator.options';

/**
 * The named cast. Their numbers come from one made-up block, +86 139 0001 0001 to 0099, in the order of this list;
 * people added later get theirs from +86 139 0001 1000 on. Sales team 1 is led by 何静 (林晓, 赵一鸣, 孙佳),
 * who leads the service team too (马师傅, 丁师傅, 韩师傅), team 2 by 罗成 (钱程, 吴悦, 郑凯).
 */
const PEOPLE = [
  ['prospect', '许文', 'prospect'],
  ['prospect-2', '李一帆', 'prospect'],
  ['owner', '陈玉兰', 'owner'],
  ['agent-lin', '林晓', 'agent'],
  ['agent-zhao', '赵一鸣', 'agent'],
  ['agent-sun', '孙佳', 'agent'],
  ['agent-qian', '钱程', 'agent'],
  ['agent-wu', '吴悦', 'agent'],
  ['agent-zheng', '郑凯', 'agent'],
  ['engineer', '马师傅', 'engineer'],
  ['supervisor', '何静', 'supervisor'],
  ['supervisor-b', '罗成', 'supervisor'],
  ['manager', '周明', 'manager'],
  ['clerk', '唐宁', 'clerk'],
  ['relations', '沈洁', 'relations'],
  ['finance', '高原', 'finance'],
  ['admin', '方工', 'admin'],
  ['engineer-ding', '丁师傅', 'engineer'],
  ['engineer-han', '韩师傅', 'engineer'],
] as const satisfies readonly (readonly [string, string, Persona['role']])[];

export const CAST: readonly Persona[] = PEOPLE.map(([key, name, role], index) => ({
  key,
  name,
  role,
  phone: `+861390001${String(index + 1).padStart(4, '0')}`,
  follows: role !== 'prospect',
}));

/** Everybody a seed may want to bind by name. */
export type CastKey = (typeof PEOPLE)[number][0];

/** The two apps of the simulated WeChat. They open nothing outside it, so they may stand in the repository. */
export const SIMULATED_APPS: { readonly mp: SimulatedApp; readonly oa: SimulatedAccount } = {
  mp: { appid: 'wx0000simulatedmp', secret: 'simulated-mini-program-secret' },
  oa: {
    appid: 'wx0000simulatedoa',
    secret: 'simulated-official-account-secret',
    token: 'simulatedcallbacktoken',
    aesKey: 'c2ltdWxhdGVkIHdlY2hhdCBjYWxsYmFjayBhZXMga2U',
  },
};
