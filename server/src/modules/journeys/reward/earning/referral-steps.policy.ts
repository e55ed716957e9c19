import type { ReferralEndReason, ReferralStatus } from '@guihu/shared';

/** One step of a referral as its event told it. */
export interface ReferralStep {
  from: ReferralStatus;
  to: ReferralStatus;
  at: number;
  why: ReferralEndReason | null;
}

export interface Progress {
  signedAt: number | null;
  settledAt: number | null;
  /** Null while it goes on. */
  endedAt: number | null;
  endReason: ReferralEndReason | null;
  /** How often it went on after an end. */
  round: number;
}

const isSame = (a: ReferralStep, b: ReferralStep): boolean => a.from === b.from && a.to === b.to && a.at === b.at;

/** The steps with one more; null when it was heard before. */
export const withStep = (steps: readonly ReferralStep[], step: ReferralStep): ReferralStep[] | null =>
  steps.some((each) => isSame(each, step)) ? null : [...steps, step];

/**
 * Where a referral stands by the steps that were heard, in whatever order they came. It is over while more ends were told than
 * returns: a visit in time that is told late revives what has expired meanwhile, so instants alone do not say which was last.
 */
export function progressOf(steps: readonly ReferralStep[]): Progress {
  const ends = steps.filter((step) => step.to === 'ended').sort((a, b) => a.at - b.at);
  const round = steps.filter((step) => step.from === 'ended').length;
  const end = ends.length > round ? ends.at(-1) : undefined;
  const undone = ends.filter(({ why }) => why === 'lost' || why === 'deal-cancelled').at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return {
    signedAt: lastOf(steps, 'signed', undone),
    settledAt: lastOf(steps, 'settled', undone),
    endedAt: end?.at ?? null,
    endReason: end ? (end.why ?? 'expired') : null,
    round,
  };
}

/** A deal from before it was called off is none. */
const lastOf = (steps: readonly ReferralStep[], to: ReferralStatus, after: number): number | null =>
  steps.filter((step) => step.to === to && step.at > after).reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
