import type { TourStop, TourStopView } from '@guihu/shared';

/** What is ticked after a tap, in the order in which it is walked. */
export const afterTick = (stops: readonly TourStopView[], chosen: readonly TourStop[], tapped: TourStop): TourStop[] =>
  stops.map(({ stop }) => stop).filter((stop) => (stop === tapped ? !chosen.includes(stop) : chosen.includes(stop)));

/** What was ticked already. */
export const shownIn = (stops: readonly TourStopView[]): TourStop[] => stops.filter(({ at }) => at !== null).map(({ stop }) => stop);
