import type { TransitionTable } from './machine';

/**
 * Life of one owner's interest in an extra 增值服务 (K11). `interested` waits for the call they agreed to, `contacted` for their answer.
 * They take it back as long as nothing was decided, and may ask again later.
 */
export const EXTRA_INTEREST_STATUSES = ['interested', 'contacted', 'taken-up', 'declined', 'withdrawn'] as const;
export type ExtraInterestStatus = (typeof EXTRA_INTEREST_STATUSES)[number];

export const EXTRA_INTEREST_LABELS: Readonly<Record<ExtraInterestStatus, string>> = {
  interested: '待联系',
  contacted: '已联系',
  'taken-up': '已办理',
  declined: '暂不办理',
  withdrawn: '已撤回',
};

export type ExtraInterestVerb = 'contact' | 'takeUp' | 'decline' | 'withdraw' | 'renew';
/** Verbs of whoever calls; the others are the owner's. */
export const FOLLOWING_VERBS = ['contact', 'takeUp', 'decline'] as const;
export type FollowingVerb = (typeof FOLLOWING_VERBS)[number];

export const EXTRA_INTEREST_TRANSITIONS: TransitionTable<ExtraInterestStatus, ExtraInterestVerb> = {
  initial: 'interested',
  final: ['taken-up'],
  verbs: {
    contact: { from: ['interested'], to: 'contacted' },
    takeUp: { from: ['interested', 'contacted'], to: 'taken-up' },
    decline: { from: ['interested', 'contacted'], to: 'declined' },
    withdraw: { from: ['interested', 'contacted'], to: 'withdrawn' },
    /** The same owner asks once more. */
    renew: { from: ['declined', 'withdrawn'], to: 'interested' },
  },
};
