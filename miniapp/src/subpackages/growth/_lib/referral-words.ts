import {
  REFERRAL_STATUS_LABELS,
  type ReferralStageStep,
  type ReferralStatus,
  type ReferralVerb,
  type StaffReferral,
  sayDuration,
  sayTime,
  type TimelineEntry,
} from '@guihu/shared';
import type { ParcelStep } from '@/components/parcel-line/parcel-line';
import type { Tone } from '@/components/status-tag/status-tag';

export const REFERRAL_TONES: Readonly<Record<ReferralStatus, Tone>> = {
  registered: 'soon',
  agreed: 'accent',
  visited: 'info',
  subscribed: 'info',
  signed: 'info',
  settled: 'done',
  ended: 'calm',
};

/** Whether the friend may be called: nobody does before their own yes. */
export const mayContact = ({ status }: Pick<StaffReferral, 'status'>): boolean => status !== 'registered';

/** Until the friend's yes nobody of ours knows who it is. */
export const calledFriend = ({ status, friend }: Pick<StaffReferral, 'status' | 'friend'>): string =>
  mayContact({ status }) ? friend.name : '一位好友';

const DAY_MS = 24 * 3_600_000;

/** What the protection comes to, while it matters: it holds from the friend's yes to the first visit. */
export function sayProtection({ status, protectedUntil }: Pick<StaffReferral, 'status' | 'protectedUntil'>, now: number): string | null {
  if (protectedUntil === null || (status !== 'agreed' && status !== 'registered')) return null;
  const left = Date.parse(protectedUntil) - now;
  if (left <= 0) return `保护期已于 ${sayTime(Date.parse(protectedUntil), now)} 结束`;
  return `保护期还剩 ${left >= DAY_MS ? `${Math.floor(left / DAY_MS)} 天` : sayDuration(left)}`;
}

/** The steps of a parcel, in the order in which they usually come. */
const STEPS: readonly { status: ReferralStatus; title: string; next: string }[] = [
  { status: 'registered', title: '已报备', next: '' },
  { status: 'agreed', title: '好友已同意', next: '等好友在小程序里点头，之前不联系' },
  { status: 'visited', title: '已到访', next: '首次到访时自动记录' },
  { status: 'subscribed', title: '已认购', next: '认购后在这里登记' },
  { status: 'signed', title: '已签约', next: '签约后登记成交金额' },
  { status: 'settled', title: '已回款', next: '回款后奖励进入审核' },
];

interface Journey {
  status: ReferralStatus;
  registeredAt: string;
  timeline: readonly TimelineEntry[];
}

/** When a referral came to a stage, as its history tells: an entry of that name. */
function reachedAt({ registeredAt, timeline }: Journey, status: ReferralStatus): string | null {
  if (status === 'registered') return registeredAt;
  return timeline.find(({ type }) => type === status)?.at ?? null;
}

/** Where a referral stands. One that ended keeps the steps it came to, and says that it ended. */
export function stepsOf(journey: Journey, now: number): ParcelStep[] {
  const { status } = journey;
  const ended = status === 'ended';
  const furthest = ended
    ? STEPS.reduce((last, step, at) => (reachedAt(journey, step.status) ? at : last), 0)
    : STEPS.findIndex((step) => step.status === status);
  const shown = ended ? STEPS.slice(0, furthest + 1) : STEPS;
  const steps = shown.map((step, at): ParcelStep => {
    const reached = at <= furthest ? reachedAt(journey, step.status) : null;
    if (at > furthest) return { title: step.title, text: at === furthest + 1 ? step.next : undefined, state: 'next' };
    const time = reached ? sayTime(Date.parse(reached), now) : undefined;
    const skipped = at < furthest && reached === null && at > 1;
    return { title: skipped ? `${step.title}（未单独登记）` : step.title, time, state: at === furthest && !ended ? 'now' : 'done' };
  });
  if (!ended) return steps;
  const last = [...journey.timeline].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).find(({ type }) => type === 'ended');
  const end: ParcelStep = { title: REFERRAL_STATUS_LABELS.ended, state: 'now' };
  return [...steps, last ? { ...end, text: last.text, time: sayTime(Date.parse(last.at), now) } : end];
}

export type Stage = ReferralStageStep['stage'];

export interface StageAction {
  key: Stage;
  text: string;
  /** What follows from it, before it is done. */
  note: string;
  done: string;
}

const VERB_OF: Readonly<Record<Stage, ReferralVerb>> = {
  subscribed: 'subscribe',
  signed: 'sign',
  settled: 'settle',
  'deal-cancelled': 'cancelDeal',
};

const ACTIONS: Readonly<Record<Stage, Omit<StageAction, 'key'>>> = {
  subscribed: { text: '登记认购', note: '推荐人会看到好友已认购。奖励要到签约后才会产生。', done: '已登记认购' },
  signed: {
    text: '登记签约',
    note: '按成交金额和奖励规则算出奖励，先挂账：到回款、或规则写明的天数后再进入审核。推荐人会看到好友已签约。',
    done: '已登记签约，奖励已挂账',
  },
  settled: { text: '登记回款', note: '挂账的奖励会转为待审核，由经理审核、财务发放。', done: '已登记回款，奖励转为待审核' },
  'deal-cancelled': {
    text: '交易取消',
    note: '推荐到此结束，不能恢复。还没发放的奖励会取消；已经发放的会记为待追回，由财务处理。推荐人会收到说明。',
    done: '已登记取消，奖励随之撤回',
  },
};

/** The stages somebody may set by hand now, the usual next one first; taking a deal back is never first unless it is all there is. */
export function stageActions(allowed: readonly ReferralVerb[]): StageAction[] {
  const order: Stage[] = ['settled', 'signed', 'subscribed', 'deal-cancelled'];
  const may = order.filter((stage) => allowed.includes(VERB_OF[stage]));
  // Before the contract the subscription comes first, though a contract may follow a visit directly.
  if (may.includes('subscribed')) may.sort((a, b) => Number(b === 'subscribed') - Number(a === 'subscribed'));
  return may.map((key) => ({ key, ...ACTIONS[key] }));
}

/** `陈女士 推荐 李**`, for whoever hears the row. */
export const sayPair = (referral: Pick<StaffReferral, 'referrer' | 'friend' | 'status'>): string =>
  `${referral.referrer.name}推荐${calledFriend(referral)}`;
