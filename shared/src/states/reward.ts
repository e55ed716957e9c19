import type { TransitionTable } from './machine';

/**
 * Life of one reward. `held` waits for the buyer's payment or for the end of the holding time, `due` for approval, `approved` for
 * the payout. A deal that is cancelled takes it back: before the payout it is `reversed`, after it `clawed-back`.
 */
export const REWARD_STATUSES = ['held', 'due', 'approved', 'paid', 'refused', 'reversed', 'clawed-back'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

export const REWARD_STATUS_LABELS: Readonly<Record<RewardStatus, string>> = {
  held: '待回款',
  due: '待审核',
  approved: '待发放',
  paid: '已到账',
  refused: '未通过审核',
  reversed: '已取消',
  'clawed-back': '已追回',
};

export type RewardVerb = 'release' | 'approve' | 'refuse' | 'pay' | 'reverse' | 'clawBack';

export const REWARD_TRANSITIONS: TransitionTable<RewardStatus, RewardVerb> = {
  initial: 'held',
  final: ['refused', 'reversed', 'clawed-back'],
  verbs: {
    release: { from: ['held'], to: 'due' },
    approve: { from: ['due'], to: 'approved' },
    refuse: { from: ['due'], to: 'refused' },
    pay: { from: ['approved'], to: 'paid' },
    reverse: { from: ['held', 'due', 'approved'], to: 'reversed' },
    clawBack: { from: ['paid'], to: 'clawed-back' },
  },
};

/** How a reward is worth something (K3, K4). */
export const REWARD_FORMS = { cash: '现金', points: '积分', 'fee-waiver': '物业费减免' } as const;
export type RewardForm = keyof typeof REWARD_FORMS;

/** K2: money is paid to a person whose real name is known; points and waivers ask for none. */
export const needsRealName = (form: RewardForm): boolean => form === 'cash';

export const REDEMPTION_STATUSES = ['ordered', 'handed-over', 'returned'] as const;
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number];
export type RedemptionVerb = 'handOver' | 'return';

export const REDEMPTION_TRANSITIONS: TransitionTable<RedemptionStatus, RedemptionVerb> = {
  initial: 'ordered',
  final: ['handed-over', 'returned'],
  verbs: {
    handOver: { from: ['ordered'], to: 'handed-over' },
    return: { from: ['ordered'], to: 'returned' },
  },
};

export const REDEMPTION_STATUS_LABELS: Readonly<Record<RedemptionStatus, string>> = {
  ordered: '待领取',
  'handed-over': '已领取',
  returned: '已退回',
};
