import { labelOf, type MyReferral, REFERRAL_END_REASONS } from '@guihu/shared';
import type { ReferralRow } from '../referral.rows';
import { sayLeft } from '../verdict/protection.policy';

type Known = Pick<
  ReferralRow,
  | 'status'
  | 'way'
  | 'registered_at'
  | 'agreed_at'
  | 'visited_at'
  | 'subscribed_at'
  | 'signed_at'
  | 'settled_at'
  | 'ended_at'
  | 'end_reason'
  | 'ask_until'
  | 'protected_until'
  | 'standing'
  | 'standing_why'
>;

/** The way of a referral as its referrer follows it. */
export function stepsOf(row: Known): MyReferral['steps'] {
  const stages: [string, number | null][] = [
    ['报备', row.registered_at],
    ['好友同意', row.agreed_at],
    ['到访', row.visited_at],
    ['认购', row.subscribed_at],
    ['签约', row.signed_at],
    ['回款', row.settled_at],
  ];
  const reached = stages.reduce((last, [, at], i) => (at === null ? last : i), 0);
  // A deal may be signed without a subscription before it.
  const shown = stages.filter(([title, at], i) => !(title === '认购' && at === null && i < reached));
  const last = shown.reduce((found, [, at], i) => (at === null ? found : i), 0);
  const steps = shown.map(([title, at], i): MyReferral['steps'][number] => ({
    title,
    at: at === null ? null : new Date(at).toISOString(),
    state: i <= last ? 'done' : i === last + 1 && row.status !== 'ended' ? 'now' : 'next',
  }));
  if (row.status !== 'ended') return steps;
  const done = steps.filter((step) => step.state === 'done');
  return [...done, { title: '结束', at: row.ended_at === null ? null : new Date(row.ended_at).toISOString(), state: 'now' }];
}

/** One sentence of how it stands and what comes next. */
export function noteOf(row: Known, mayAppeal: boolean, now: number): string {
  const against =
    row.standing === 'lost' || row.standing === 'void' ? `${row.standing_why ?? '归属未判给您'}${mayAppeal ? '，可申诉' : ''}` : null;
  if (row.status === 'ended') {
    if (row.end_reason === 'lost' && against) return against;
    return row.end_reason ? labelOf(REFERRAL_END_REASONS, row.end_reason) : '已结束';
  }
  if (row.status === 'registered') return `等好友同意后我们才会联系，邀请${sayLeft(row.ask_until ?? now, now)}`;
  if (against) return against;
  if (row.status !== 'agreed') return row.standing === 'won' ? '归属判给您的推荐' : '正在核对归属';
  return row.protected_until === null ? '等好友到访，推荐长期有效' : `等好友到访，保护期${sayLeft(row.protected_until, now)}`;
}
