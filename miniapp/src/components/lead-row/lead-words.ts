import {
  formatWan,
  GENDERS,
  type LeadIntent,
  type LeadStatus,
  labelOf,
  PRODUCT_TYPES,
  PURPOSES,
  type StaffLeadSummary,
  sayDeadline,
} from '@guihu/shared';
import type { Tone } from '../status-tag/status-tag';

export interface SaidState {
  text: string;
  tone: Tone;
}

/** Under this much time left, an offer or a promised call is worth a second look. */
const OFFER_SOON_MS = 5 * 60_000;
const CONTACT_SOON_MS = 60 * 60_000;

const STATUS_TONES: Readonly<Record<LeadStatus, Tone>> = {
  received: 'calm',
  offered: 'accent',
  accepted: 'accent',
  escalated: 'late',
  pooled: 'info',
  closed: 'calm',
};

/** `陈一诺 女士`; only the name when the gender is not known. */
export const calledOf = ({ name, gender }: Pick<StaffLeadSummary['customer'], 'name' | 'gender'>): string =>
  gender === 'unknown' ? name : `${name} ${GENDERS[gender]}`;

/**
 * What a lead wants next, as of `now` (epoch milliseconds): the server's words with the time in them counted anew, so that
 * a list left open does not go on saying 还剩 12 分钟.
 */
export function urgencyAt({ status, urgency }: Pick<StaffLeadSummary, 'status' | 'urgency'>, now: number): SaidState {
  if (urgency.dueAt === null) {
    const waiting = status === 'accepted' && urgency.text === '待首次联系';
    return { text: urgency.text, tone: waiting ? 'soon' : urgency.late ? 'late' : STATUS_TONES[status] };
  }
  const dueAt = Date.parse(urgency.dueAt);
  const what = urgency.text.split('，')[0] as string;
  const { text, late } = sayDeadline(dueAt, now);
  const soon = dueAt - now <= (status === 'offered' ? OFFER_SOON_MS : CONTACT_SOON_MS);
  return { text: `${what}，${text}`, tone: late ? 'late' : soon ? 'soon' : status === 'offered' ? 'accent' : 'calm' };
}

/** `高层住宅 · 89–120㎡ · 300–400 万 · 改善居住`; what was said in the person's own words when nothing else is known. */
export function wishOf(intent: LeadIntent): string {
  const known = [
    labelOf(PRODUCT_TYPES, intent.productType),
    rangeOf(intent.areaMin, intent.areaMax, String, '㎡'),
    rangeOf(intent.budgetMin, intent.budgetMax, (fen) => formatWan(fen).replace(' 万', ''), ' 万'),
    labelOf(PURPOSES, intent.purpose),
  ].filter(Boolean);
  return known.join(' · ') || intent.note?.trim() || '需求待了解';
}

function rangeOf(min: number | undefined, max: number | undefined, say: (value: number) => string, unit: string): string {
  if (min === undefined) return max === undefined ? '' : `${say(max)}${unit}以下`;
  if (max === undefined) return `${say(min)}${unit}以上`;
  return min === max ? `${say(min)}${unit}` : `${say(min)}–${say(max)}${unit}`;
}
