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
