import { type LeadStatus, sayDeadline, sayDuration } from '@guihu/shared';

export interface UrgencyFacts {
  status: LeadStatus;
  createdAt: number;
  acceptBy: number | null;
  acceptedAt: number | null;
  lastContactAt: number | null;
  nextFollowUpAt: number | null;
}

export interface Urgency {
  /** Smaller is more urgent: the due time, waiting offers before everything else. */
  rank: number;
  text: string;
  late: boolean;
  dueAt: number | null;
}

/** Waiting for a yes always comes first: a person at the other end is counting minutes. */
const OFFER_AHEAD_MS = 10 * 365 * 24 * 3_600_000;
/** Plain time after which a lead that was accepted and not called is shown as late; the plan's own clock tells its owner earlier. */
const FIRST_CALL_MS = 60 * 60_000;
const NO_DATE_RANK = Number.MAX_SAFE_INTEGER;

/** What a lead wants next, in words, and how soon. */
export function urgencyOf(lead: UrgencyFacts, now: number): Urgency {
  if (lead.status === 'offered' && lead.acceptBy !== null) {
    const { text, late } = sayDeadline(lead.acceptBy, now);
    return { rank: lead.acceptBy - OFFER_AHEAD_MS, text: `待接单，${text}`, late, dueAt: lead.acceptBy };
  }
  if (lead.status === 'escalated') return { rank: lead.createdAt - OFFER_AHEAD_MS, text: '待指定同事接待', late: true, dueAt: null };
  if (lead.status === 'accepted' && lead.lastContactAt === null && lead.nextFollowUpAt === null) {
    const since = lead.acceptedAt ?? lead.createdAt;
    const late = now - since > FIRST_CALL_MS;
    return { rank: since, text: late ? `待首次联系，已过 ${sayDuration(now - since)}` : '待首次联系', late, dueAt: null };
  }
  if (lead.status === 'accepted' && lead.nextFollowUpAt !== null) {
    const { text, late } = sayDeadline(lead.nextFollowUpAt, now);
    return { rank: lead.nextFollowUpAt, text: `下次跟进，${text}`, late, dueAt: lead.nextFollowUpAt };
  }
  const words: Record<LeadStatus, string> = {
    received: '正在分配',
    offered: '待接单',
    accepted: '跟进中',
    escalated: '待指定同事接待',
    pooled: '公海，可领取',
    closed: '已关闭',
  };
  return { rank: NO_DATE_RANK, text: words[lead.status], late: false, dueAt: null };
}
