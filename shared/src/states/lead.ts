import type { TransitionTable } from './machine';

/**
 * Life of a lead. `received` waits for routing, `offered` waits for the chosen colleague's yes, `accepted` is served,
 * `escalated` lies with the manager after missed offers, `pooled` is held by nobody (公海) and may be claimed.
 */
export const LEAD_STATUSES = ['received', 'offered', 'accepted', 'escalated', 'pooled', 'closed'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

export const LEAD_STATUS_LABELS: Readonly<Record<LeadStatus, string>> = {
  received: '待分配',
  offered: '待接单',
  accepted: '跟进中',
  escalated: '经理处理中',
  pooled: '公海',
  closed: '已关闭',
};

export type LeadVerb = 'offer' | 'reoffer' | 'accept' | 'transfer' | 'escalate' | 'pool' | 'followUp' | 'close';

export const LEAD_TRANSITIONS: TransitionTable<LeadStatus, LeadVerb> = {
  initial: 'received',
  final: ['closed'],
  verbs: {
    offer: { from: ['received', 'pooled', 'escalated'], to: 'offered' },
    /** The offer was missed or declined and goes to the next candidate. */
    reoffer: { from: ['offered'], to: 'offered' },
    /** The chosen colleague's yes, a claim from the pool, or the manager taking it. */
    accept: { from: ['offered', 'pooled', 'escalated'], to: 'accepted' },
    /** By hand, with a reason; the new colleague must accept. */
    transfer: { from: ['offered', 'accepted', 'escalated', 'pooled'], to: 'offered' },
    escalate: { from: ['received', 'offered'], to: 'escalated' },
    pool: { from: ['received', 'offered', 'accepted', 'escalated'], to: 'pooled' },
    followUp: { from: ['accepted'], to: 'accepted' },
    close: { from: ['accepted', 'escalated', 'pooled'], to: 'closed' },
  },
};

/** Statuses in which a customer has an open lead in a project: a new submission joins it. */
export const OPEN_LEAD_STATUSES: readonly LeadStatus[] = ['received', 'offered', 'accepted', 'escalated', 'pooled'];

export const CLOSURE_OUTCOMES = { won: '已成交', lost: '已流失', invalid: '无效线索' } as const;
export type ClosureOutcome = keyof typeof CLOSURE_OUTCOMES;

export const OFFER_OUTCOMES = ['waiting', 'accepted', 'missed', 'declined', 'withdrawn'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];
