/** Half-open range of instants in epoch milliseconds: `from` is inside, `to` is not. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export const contains = (range: TimeRange, instant: number): boolean => range.from <= instant && instant < range.to;

export const overlaps = (a: TimeRange, b: TimeRange): boolean => a.from < b.to && b.from < a.to;
