import type { ViewingPlan } from '@guihu/shared';

const BUCKET = 5 * 60_000;

export type Buffers = Pick<ViewingPlan, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** The five minutes that a visit takes of its host, with the buffers before and after it; ascending. */
export function bucketsOf({ startsAt, endsAt }: { startsAt: number; endsAt: number }, plan: Buffers): number[] {
  const first = Math.floor((startsAt - plan.bufferBeforeMinutes * 60_000) / BUCKET);
  const end = Math.ceil((endsAt + plan.bufferAfterMinutes * 60_000) / BUCKET);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

export const bucketOf = (instant: number): number => Math.floor(instant / BUCKET);

/** Ascending buckets as rows: the first of each stretch says how long the stretch is. */
export function withSpans(buckets: readonly number[]): { bucket: number; opens: boolean; span: number }[] {
  const rows = buckets.map((bucket, i) => ({ bucket, opens: buckets[i - 1] !== bucket - 1, span: 0 }));
  let first = rows[0];
  for (const row of rows) {
    if (row.opens) first = row;
    if (first) first.span += 1;
  }
  return rows;
}
