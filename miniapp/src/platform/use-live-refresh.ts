import { useEffect, useState } from 'react';
import { now } from './clock';
import { usePageHide, usePageShow } from './lifecycle';

/** The server moves an expired offer on within moments of its time. */
const AFTER_DUE_MS = 2_000;

/**
 * Keeps a page on a desk true without anybody pulling it: asks again every `everyMs` while the page is in front, and right
 * after `dueAt` (epoch milliseconds; null for none), when an offer left unanswered has gone to somebody else.
 */
export function useLiveRefresh(reload: () => Promise<void>, dueAt: number | null, everyMs = 30_000): void {
  const [shown, setShown] = useState(true);
  usePageShow(() => setShown(true));
  usePageHide(() => setShown(false));
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [shown, reload, everyMs]);
  useEffect(() => {
    const left = dueAt === null ? 0 : dueAt - now();
    if (!shown || left <= 0) return;
    const timer = setTimeout(reload, Math.min(left + AFTER_DUE_MS, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [shown, dueAt, reload]);
}
