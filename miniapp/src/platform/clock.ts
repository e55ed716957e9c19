import { useEffect, useState } from 'react';

/** Smaller differences are the way of the answer through the network. */
const NOTICEABLE_MS = 2_000;

let offsetMs = 0;
const watchers = new Set<() => void>();

/** The only reader of the phone's clock: epoch milliseconds in the application's time, which may run apart from the phone's. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** Learns how far the application's clock is from the phone's. */
export function observeServerTime(iso: string): void {
  const instant = Date.parse(iso);
  if (!Number.isFinite(instant)) return;
  const before = offsetMs;
  offsetMs = instant - Date.now();
  if (Math.abs(offsetMs - before) > NOTICEABLE_MS) for (const look of watchers) look();
}

/** The present, renewed every `everyMs`, for texts like 还剩 12 分钟. */
export function useNow(everyMs = 15_000): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const look = () => setInstant(now());
    look();
    watchers.add(look);
    const timer = setInterval(look, everyMs);
    return () => {
      watchers.delete(look);
      clearInterval(timer);
    };
  }, [everyMs]);
  return instant;
}

/** Resolves after `ms`. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
