import { type LeadIntent, labelOf, type MyLead, PRODUCT_TYPES, PURPOSES } from '@guihu/shared';

export interface StatusWords {
  text: string;
  tone: 'accent' | 'done' | 'calm';
}

/** Where a lead stands, in the words of the person who left it; the house's own words stay inside. */
export function statusOf(lead: Pick<MyLead, 'status' | 'agent' | 'steps'>): StatusWords {
  if (lead.status === 'closed') return { text: '已结束', tone: 'calm' };
  if (lead.steps.at(-1)?.state === 'done') return { text: '已与您联系', tone: 'done' };
  if (lead.status === 'accepted') return { text: '顾问已接单', tone: 'done' };
  return lead.agent ? { text: '等待顾问接单', tone: 'accent' } : { text: '正在安排顾问', tone: 'accent' };
}

/** `90–120㎡`, `144㎡以上`, `200 万以内`; null when neither end is known. */
export function sayRange(min: number | undefined, max: number | undefined, unit: string): string | null {
  if (min !== undefined && max !== undefined) return min === max ? `${min}${unit}` : `${min}–${max}${unit}`;
  if (min !== undefined) return `${min}${unit}以上`;
  return max === undefined ? null : `${max}${unit}以内`;
}

/** Fen in 万, to one decimal. */
const wan = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : Math.round(fen / 100_000) / 10);

/** What somebody looks for, as rows of label and value; empty when nothing was said. */
export function intentRows(intent: LeadIntent): { label: string; value: string }[] {
  const rows: [string, string | null][] = [
    ['产品类型', labelOf(PRODUCT_TYPES, intent.productType)],
    ['面积', sayRange(intent.areaMin, intent.areaMax, '㎡')],
    ['预算', sayRange(wan(intent.budgetMin), wan(intent.budgetMax), ' 万')],
    ['购房目的', labelOf(PURPOSES, intent.purpose)],
    ['备注', intent.note ?? null],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
