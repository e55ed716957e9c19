import { useEffect, useState } from 'react';
import { now } from './clock';
import { usePageHide, usePageShow } from './lifecycle';

/** Runs `ask` again and again while the page is in front, each time after the pause that `pauseMs` gives for the time watched so far. */
export function useGentlePoll(ask: () => Promise<unknown>, pauseMs: (watchedMs: number) => number | null): void {
  const [watchedSince, setWatchedSince] = useState<number | null>(now);
  const [round, setRound] = useState(0);
  // What was over may begin anew, by a tap on this very page.
  const awaits = pauseMs(0) !== null;
  usePageShow(() => setWatchedSince((since) => since ?? now()));
  usePageHide(() => setWatchedSince(null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round, not a new function, starts the next wait
  useEffect(() => {
    if (watchedSince === null) return;
    const pause = pauseMs(now() - watchedSince);
    if (pause === null) return;
    const timer = setTimeout(() => ask().finally(() => setRound((before) => before + 1)), pause);
    return () => clearTimeout(timer);
  }, [watchedSince, round, awaits]);
}
