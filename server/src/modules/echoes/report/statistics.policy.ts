/** Null for nothing at all: an average of nobody is no zero. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
}

/**
 * The value below which a share (0–1) of the values lies, between two of them in proportion; the median is that of one half.
 * Null for nothing at all.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/** How many of them, 0–1; null for nothing at all. */
export function shareOf<T>(list: readonly T[], test: (each: T) => boolean): number | null {
  return list.length === 0 ? null : list.filter(test).length / list.length;
}

/** To so many digits after the point; null stays null. */
export function rounded(value: number | null, digits = 0): number | null {
  return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
}
