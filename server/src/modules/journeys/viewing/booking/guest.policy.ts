import type { PlanAudience, ViewingKind } from '@guihu/shared';

interface Offered {
  kind: ViewingKind;
  audience: PlanAudience;
}

/** Who asks, as far as it matters here. */
export interface Asking {
  /** A home of this project is theirs, by a number that WeChat vouched for. */
  ownsHere: boolean;
  /** They come themselves, and typed nobody else's number. */
  byOwnNumber: boolean;
}

/** K8: what is for owners is shown to them only; for everybody else it does not exist. */
export const isShownTo = ({ audience }: Pick<Offered, 'audience'>, { ownsHere }: Pick<Asking, 'ownsHere'>): boolean =>
  audience === 'everybody' || ownsHere;

/**
 * Whether they come as a guest: an owner of the project who comes for anything but a flat thinks of no purchase, so no sales lead is
 * opened and nobody is sent after them.
 */
export const comesAsGuest = ({ kind }: Pick<Offered, 'kind'>, { ownsHere, byOwnNumber }: Asking): boolean =>
  ownsHere && byOwnNumber && kind !== 'viewing';
