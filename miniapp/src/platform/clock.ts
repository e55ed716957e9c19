import { useEffect, useState } from 'react';

let offsetMs = 0;

/** The only reader of the phone's clock: epoch milliseconds in the application's time, which may run apart from the phone's. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** Learns how far the application's clock is from the phone's. */
export function observeServerTime(iso: string): void {
  const instant = Date.parse(iso);
  if (Number.isFinite(instant)) offsetMs = instant - Date.now();
}

/** The present, renewed every `everyMs`, for texts like 还剩 12 分钟. */
export function useNow(everyMs = 15_000): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    setInstant(now());
    const timer = setInterval(() => setInstant(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return instant;
}

/** Resolves after `ms`. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
