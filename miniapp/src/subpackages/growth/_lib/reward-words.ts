import {
  REWARD_STATUS_LABELS,
  type RewardStatus,
  type RewardVerb,
  type StaffReward,
  sayReward,
  sayTime,
  type TimelineEntry,
} from '@guihu/shared';
import type { ParcelStep } from '@/components/parcel-line/parcel-line';
import type { Segment } from '@/components/segments/segments';
import type { Tone } from '@/components/status-tag/status-tag';

export const REWARD_TONES: Readonly<Record<RewardStatus, Tone>> = {
  held: 'calm',
  due: 'soon',
  approved: 'info',
  paid: 'done',
  refused: 'calm',
  reversed: 'calm',
  'clawed-back': 'late',
};

/** The states as a desk works through them; those that came to nothing share the last one. */
export const REWARD_VIEWS: readonly (Segment & { value: RewardStatus })[] = (
  ['due', 'approved', 'held', 'paid', 'refused', 'reversed', 'clawed-back'] as const
).map((value) => ({ value, label: REWARD_STATUS_LABELS[value] }));

export const EMPTY_REWARDS: Readonly<Record<RewardStatus, { title: string; text: string }>> = {
  due: { title: '没有待审核的奖励', text: '回款或挂账期满后，奖励会出现在这里' },
  approved: { title: '没有待发放的奖励', text: '经理审核通过后，由财务在这里登记发放' },
  held: { title: '没有在等回款的奖励', text: '好友签约后，奖励先在这里挂账' },
  paid: { title: '还没有发放过奖励', text: '登记发放后会收在这里，可以导出' },
  refused: { title: '没有未通过的奖励', text: '审核未通过的会收在这里，写明原因' },
  reversed: { title: '没有取消的奖励', text: '交易取消时，还没发放的奖励会收在这里' },
  'clawed-back': { title: '没有要追回的奖励', text: '发放后交易取消的，会收在这里' },
};

/** The first view for what somebody does here: whoever pays begins with what is to be paid. */
export function firstView(approves: boolean, pays: boolean): RewardStatus {
  return pays && !approves ? 'approved' : 'due';
}

/** Why a reward is due, without the name of its rule, which stands above it. */
export const shortWhy = (why: string): string => why.replace(/^规则「[^」]*」：/, '');

export const sayWorth = ({ form, amount }: Pick<StaffReward, 'form' | 'amount'>): string => sayReward(form, amount);

/** Several at once: `3 笔，¥9,000 和 2,000 积分`. */
export function sayTotal(rewards: readonly Pick<StaffReward, 'form' | 'amount'>[]): string {
  const sums = (['cash', 'fee-waiver', 'points'] as const).flatMap((form) => {
    const sum = rewards.filter((reward) => reward.form === form).reduce((total, { amount }) => total + amount, 0);
    return sum > 0 ? [sayReward(form, sum)] : [];
  });
  return `${rewards.length} 笔${sums.length > 0 ? `，${sums.join(' 和 ')}` : ''}`;
}

/** The verb of a reward's history that led to a state. */
const LED_BY: Readonly<Record<Exclude<RewardStatus, 'held'>, RewardVerb>> = {
  due: 'release',
  approved: 'approve',
  paid: 'pay',
  refused: 'refuse',
  reversed: 'reverse',
  'clawed-back': 'clawBack',
};
const LINE: readonly RewardStatus[] = ['held', 'due', 'approved', 'paid'];

/** Where a reward stands; one that came to nothing ends with that. */
export function rewardSteps(
  reward: Pick<StaffReward, 'status' | 'heldUntil' | 'createdAt'> & { timeline: readonly TimelineEntry[] },
  now: number,
): ParcelStep[] {
  const { status, timeline, heldUntil, createdAt } = reward;
  const at = (reached: RewardStatus) => (reached === 'held' ? createdAt : timeline.find(({ type }) => type === LED_BY[reached])?.at);
  const time = (reached: RewardStatus) => {
    const instant = at(reached);
    return instant ? sayTime(Date.parse(instant), now) : undefined;
  };
  const standing = LINE.indexOf(status);
  if (standing < 0) {
    const come = LINE.filter((reached) => at(reached) !== undefined);
    return [
      ...come.map((reached): ParcelStep => ({ title: REWARD_STATUS_LABELS[reached], time: time(reached), state: 'done' })),
      { title: REWARD_STATUS_LABELS[status], time: time(status), state: 'now' },
    ];
  }
  const promise = heldUntil ? `最迟 ${sayTime(Date.parse(heldUntil), now)} 转待审核` : '回款后转待审核';
  return LINE.map((step, place): ParcelStep => {
    const state = place < standing || status === 'paid' ? 'done' : place === standing ? 'now' : 'next';
    return {
      title: REWARD_STATUS_LABELS[step],
      time: place <= standing ? time(step) : undefined,
      text: step === 'held' && status === 'held' ? promise : undefined,
      state,
    };
  });
}

/** A number of a bank or a cashier, as it is asked for. */
export function faultOfPayout(reference: string, paidOn: string, today: string): string | null {
  if (reference.trim().length < 3) return '请填写付款凭证号，如银行流水号';
  if (paidOn > today) return '发放日期不能晚于今天';
  return null;
}

/** Whether money may go to this person; the name by its mask, the number not at all. */
export const realNameWords = ({ state, nameMasked }: StaffReward['realName']): string =>
  state === 'stated' ? `已实名：${nameMasked ?? ''}` : '未实名，对方完成实名后才能审核和发放';
