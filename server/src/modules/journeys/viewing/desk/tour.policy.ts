import { labelOf, TOUR_STOPS, type TourStop, type TourStopView, usualStops, type ViewingKind } from '@guihu/shared';

/** A stop that was made while the visitor was there. */
export interface StopMade {
  stop: TourStop;
  /** Epoch ms. */
  at: number;
  /** The colleague who ticked it. */
  by: string;
}

/**
 * The tour of a visit as a checklist (F5): the stops of its plan in the order in which they are walked, and what was shown besides.
 * @param stops of the plan; null where there is none, and the usual ones of the kind hold
 */
export function tourOf(stops: readonly TourStop[] | null, kind: ViewingKind, made: readonly StopMade[]): TourStopView[] {
  const planned = stops ?? usualStops(kind);
  const besides = made.map(({ stop }) => stop).filter((stop) => !planned.includes(stop));
  return [...planned, ...besides].map((stop) => {
    const at = made.find((each) => each.stop === stop)?.at;
    return { stop, label: labelOf(TOUR_STOPS, stop), at: at === undefined ? null : new Date(at).toISOString() };
  });
}

/** What was made after a tap: a stop is made once, at the first tap, and taken back by another. */
export function afterTick(made: readonly StopMade[], tick: StopMade, shown: boolean): StopMade[] {
  const others = made.filter(({ stop }) => stop !== tick.stop);
  return shown ? [...others, made.find(({ stop }) => stop === tick.stop) ?? tick] : others;
}
