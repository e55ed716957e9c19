import type { TransitionTable } from './machine';

/**
 * Life of a referral. `registered` waits for the friend's own yes: nobody calls before it. `agreed` is protected until the first
 * visit. Money is on its way from `signed` on, and becomes due with `settled` (the buyer's payment came in).
 */
export const REFERRAL_STATUSES = ['registered', 'agreed', 'visited', 'subscribed', 'signed', 'settled', 'ended'] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

export const REFERRAL_STATUS_LABELS: Readonly<Record<ReferralStatus, string>> = {
  registered: '待好友同意',
  agreed: '已报备',
  visited: '已到访',
  subscribed: '已认购',
  signed: '已签约',
  settled: '已回款',
  ended: '已结束',
};

export type ReferralVerb = 'agree' | 'visit' | 'subscribe' | 'sign' | 'settle' | 'cancelDeal' | 'end' | 'reinstate' | 'renew';

export const REFERRAL_TRANSITIONS: TransitionTable<ReferralStatus, ReferralVerb> = {
  initial: 'registered',
  final: [],
  verbs: {
    agree: { from: ['registered'], to: 'agreed' },
    visit: { from: ['agreed'], to: 'visited' },
    subscribe: { from: ['visited'], to: 'subscribed' },
    sign: { from: ['visited', 'subscribed'], to: 'signed' },
    settle: { from: ['signed'], to: 'settled' },
    /** The buyer withdrew: what was earned is taken back. */
    cancelDeal: { from: ['subscribed', 'signed', 'settled'], to: 'ended' },
    /** The friend said no, the protection ran out, or the verdict was for somebody else. */
    end: { from: ['registered', 'agreed', 'visited', 'subscribed'], to: 'ended' },
    /** An appeal was granted: what had ended as lost goes on from the visit. */
    reinstate: { from: ['ended'], to: 'visited' },
    /** The deal that it was lost to is no more, and the friend had not come yet: its protection runs on. */
    renew: { from: ['ended'], to: 'agreed' },
  },
};

export const REFERRAL_END_REASONS = {
  declined: '好友未同意',
  unanswered: '好友未回应',
  expired: '保护期已过',
  lost: '归属判给他人',
  'deal-cancelled': '交易已取消',
  withdrawn: '好友撤回了授权',
  /** Referrer or friend turned out to be another one, and the same claim stands already. */
  joined: '与另一条推荐合并',
} as const;
export type ReferralEndReason = keyof typeof REFERRAL_END_REASONS;

export const APPEAL_STATUSES = ['open', 'upheld', 'overturned'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

export type AppealVerb = 'uphold' | 'overturn';

export const APPEAL_TRANSITIONS: TransitionTable<AppealStatus, AppealVerb> = {
  initial: 'open',
  final: ['upheld', 'overturned'],
  verbs: {
    /** The verdict stands. */
    uphold: { from: ['open'], to: 'upheld' },
    overturn: { from: ['open'], to: 'overturned' },
  },
};

export const APPEAL_STATUS_LABELS: Readonly<Record<AppealStatus, string>> = {
  open: '复核中',
  upheld: '维持原判',
  overturned: '已改判',
};
