import type { RewardForm } from '../states/reward';
import { formatYuan } from './money';

/** `¥3,000`, `3,000 积分`, `物业费减免 ¥1,200`; the amount is in fen, or in points. */
export function sayReward(form: RewardForm, amount: number): string {
  if (form === 'points') return `${amount.toLocaleString('en-US')} 积分`;
  return form === 'fee-waiver' ? `物业费减免 ${formatYuan(amount)}` : formatYuan(amount);
}
