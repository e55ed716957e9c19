import { FRAUD_SIGNS, type FraudSign, labelOf, REFERRAL_END_REASONS, type ReferralEndReason, type TimelineEntry } from '@guihu/shared';
import type { ReferralEventType } from '../referral.rows';

const OUTCOMES: Readonly<Record<string, string>> = {
  won: '归属成立',
  lost: '未能归属',
  void: '不算有效记录',
  cleared: '核实后无异常',
  confirmed: '核实后属实',
  upheld: '维持原判',
  overturned: '改判',
};

const WORDS: Readonly<Record<ReferralEventType, (data: Record<string, unknown>) => string>> = {
  registered: () => '推荐人报备了好友，等待好友同意',
  agreed: ({ way }) => (way === 'code' ? '好友通过推荐码登记，已同意联系' : '好友同意了推荐'),
  visited: () => '好友首次到访',
  subscribed: () => '登记认购',
  signed: () => '登记签约',
  settled: () => '登记回款',
  ended: ({ why, reason }) =>
    `推荐结束：${why ? labelOf(REFERRAL_END_REASONS, why as ReferralEndReason) : ''}${typeof reason === 'string' ? `（${reason}）` : ''}`,
  reinstated: () => '推荐恢复',
  judged: ({ outcome }) => `判客：${OUTCOMES[String(outcome)] ?? ''}`,
  flagged: ({ sign }) => `提示核实：${labelOf(FRAUD_SIGNS, sign as FraudSign)}`,
  'flag-judged': ({ sign, outcome }) => `${labelOf(FRAUD_SIGNS, sign as FraudSign)}：${OUTCOMES[String(outcome)] ?? ''}`,
  appealed: () => '推荐人提出申诉',
  'appeal-judged': ({ outcome }) => `申诉复核：${OUTCOMES[String(outcome)] ?? ''}`,
};

export interface PastEvent {
  at: number;
  type: ReferralEventType;
  data: Record<string, unknown> | null;
  by: string | null;
}

/** What happened to a referral, in sentences. */
export const timelineOf = (events: readonly PastEvent[]): TimelineEntry[] =>
  events.map(({ at, type, data, by }) => ({ at: new Date(at).toISOString(), type, text: WORDS[type](data ?? {}), by }));
