import { beijingParts, type CatalogueItem, type MyRewards, REDEMPTION_STATUS_LABELS, type Redemption, sayReward } from '@guihu/shared';
import type { Tone } from '@/components/status-tag/status-tag';

/** What somebody has, largest matters first; what there is none of is not shown, money and points always. */
export function figuresOf({ cashPaid, cashDue, points, feeWaiver, feeWaiverDue }: MyRewards): { label: string; value: string }[] {
  return [
    { label: '已到账', value: sayReward('cash', cashPaid) },
    { label: '待发放', value: sayReward('cash', cashDue) },
    { label: '积分', value: points.toLocaleString('en-US') },
    ...(feeWaiver > 0 ? [{ label: '已减免物业费', value: sayReward('cash', feeWaiver) }] : []),
    ...(feeWaiverDue > 0 ? [{ label: '待减免物业费', value: sayReward('cash', feeWaiverDue) }] : []),
  ];
}

/** What was paid out for a deal that was undone later; null when nothing is owed. */
export function debtWords({ debt }: Pick<MyRewards, 'debt'>): string | null {
  const owed = [...(debt.fen > 0 ? [sayReward('cash', debt.fen)] : []), ...(debt.points > 0 ? [sayReward('points', debt.points)] : [])];
  return owed.length > 0 ? `有交易取消，已发放的 ${owed.join('、')}将从之后的奖励中扣回` : null;
}

/** `再有 2 位好友签约，升为金卡推荐人`; null at the highest tier. */
export function nextTierWords({ tier: { dealsToNext, nextTitle } }: Pick<MyRewards, 'tier'>): string | null {
  return dealsToNext === null || nextTitle === null ? null : `再有 ${dealsToNext} 位好友签约，升为${nextTitle}`;
}

const SOON_MS = 60 * 24 * 3_600_000;

/** Which points lapse next and on which day of Beijing, and whether that is near enough to do something about it; null when none does. */
export function lapsingWords({ lapsing }: Pick<MyRewards, 'lapsing'>, now: number): { text: string; soon: boolean } | null {
  if (!lapsing) return null;
  const last = Date.parse(lapsing.on);
  const { year, month, day } = beijingParts(last);
  const date = `${year === beijingParts(now).year ? '' : `${year}年`}${month}月${day}日`;
  return { text: `${sayReward('points', lapsing.points)} ${date}到期`, soon: last - now < SOON_MS };
}

/** `+200`, `-150` */
export const signedPoints = (points: number): string => `${points > 0 ? '+' : ''}${points.toLocaleString('en-US')}`;

/** Why something cannot be had now; null when it can. Points not known yet stop nobody: the server has the last word. */
export function whyNot({ points, stock }: Pick<CatalogueItem, 'points' | 'stock'>, mine: number | null): string | null {
  if (stock <= 0) return '已兑完';
  return mine !== null && mine < points ? `还差 ${sayReward('points', points - mine)}` : null;
}

/** `剩 3 件` when there are few. */
export const stockWords = ({ stock }: Pick<CatalogueItem, 'stock'>): string | null => (stock > 0 && stock <= 10 ? `剩 ${stock} 件` : null);

export function redemptionTag({ status }: Pick<Redemption, 'status'>): { text: string; tone: Tone } {
  const text = REDEMPTION_STATUS_LABELS[status];
  if (status === 'ordered') return { text, tone: 'accent' };
  return { text, tone: status === 'handed-over' ? 'done' : 'calm' };
}

/** `4821 07`: in pairs of the size in which people read out a code. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
