import { BEIJING_OFFSET_MS } from '@guihu/shared';

/** A time offered at one tap. */
export interface QuickTime {
  label: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A Beijing date `2026-11-23` and a time of day `10:30` as an instant. */
export const atBeijing = (date: string, clock: string): number => Date.parse(`${date}T${clock}:00Z`) - BEIJING_OFFSET_MS;
