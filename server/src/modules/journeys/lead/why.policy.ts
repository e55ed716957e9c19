import type { OfferOutcome, RoutingDecisionView } from '@guihu/shared';

export interface WhyFacts {
  ownerId: string | null;
  /** The latest offer; one made by hand has a reason from its first moment. */
  offer: { staffId: string; outcome: OfferOutcome; reason: string | null } | null;
  /** In which state the present owner found the lead when they said yes; null while nobody did. */
  takenFrom: string | null;
  decision: Pick<RoutingDecisionView, 'chosen' | 'sentences'> | null;
}

/** 为什么是你, in one sentence: by whose hand the lead came to its owner, else what routing concluded. */
export function sayWhy({ ownerId, offer, takenFrom, decision }: WhyFacts): string {
  const held = offer !== null && offer.staffId === ownerId && (offer.outcome === 'waiting' || offer.outcome === 'accepted');
  if (held && offer.reason) return `由同事转交：${offer.reason}`;
  if (!held && takenFrom === 'pooled') return '从公海领取';
  if (!held && takenFrom !== null) return '由主管或经理接手';
  return decision?.sentences.at(-1) ?? '正在分配';
}
