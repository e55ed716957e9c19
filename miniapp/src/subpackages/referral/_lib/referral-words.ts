import { APPEAL_STATUS_LABELS, type MyReferral, REFERRAL_STATUS_LABELS, type RewardStatus, sayTime } from '@guihu/shared';
import type { ParcelStep } from '@/components/parcel-line/parcel-line';
import type { Tone } from '@/components/status-tag/status-tag';

const REWARD_TONES: Readonly<Record<RewardStatus, Tone>> = {
  held: 'accent',
  due: 'accent',
  approved: 'accent',
  paid: 'done',
  refused: 'calm',
  reversed: 'calm',
  'clawed-back': 'late',
};
export const rewardTone = (status: RewardStatus): Tone => REWARD_TONES[status];

export function statusOf({ status }: Pick<MyReferral, 'status'>): { text: string; tone: Tone } {
  const text = REFERRAL_STATUS_LABELS[status];
  if (status === 'registered') return { text, tone: 'soon' };
  if (status === 'ended') return { text, tone: 'calm' };
  return { text, tone: status === 'settled' || status === 'signed' ? 'done' : 'accent' };
}

export const stepsOf = (steps: MyReferral['steps'], now: number): ParcelStep[] =>
  steps.map(({ title, at, state }) => ({ title, state, ...(at ? { time: sayTime(Date.parse(at), now) } : {}) }));

/** `下一步：到访`; null when nothing is to come, and while the note says it. */
export function nextWords({ status, steps }: Pick<MyReferral, 'status' | 'steps'>): string | null {
  const next = steps.find(({ at }) => at === null);
  return next && status !== 'ended' && status !== 'registered' ? `下一步：${next.title}` : null;
}

export function appealWords({ status, answer }: NonNullable<MyReferral['appeal']>): { title: string; text: string; tone: Tone } {
  const title = APPEAL_STATUS_LABELS[status];
  if (status === 'open') return { title, text: '管理人员正在重新核对到访和登记记录，有结果会通知您', tone: 'soon' };
  return { title, text: answer ?? '已按记录重新核对', tone: status === 'overturned' ? 'done' : 'calm' };
}

export const APPEAL_REASONS = ['好友是我先推荐的', '好友到访时说明了是我推荐', '好友用了别的手机号登记'] as const;
