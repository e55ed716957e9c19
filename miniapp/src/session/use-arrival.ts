import type { LiveCodeView } from '@guihu/shared';
import { useEffect, useSyncExternalStore } from 'react';
import { now } from '@/platform/clock';
import { liveCodeOf, type Scanned } from '@/platform/scanned-channel';
import { forget, keep, recall } from '@/platform/storage';
import { createArrival } from './arrival';
import { server } from './server';

export const arrival = createArrival({ scan: server.liveCodes.scan, recall, keep, forget, now });

/**
 * Tells of the code in a page's address, once for each opening of the page, and answers what the server said of the code of this
 * visit. With a project it answers only for codes of that project.
 */
export function useArrival(scanned: Scanned, projectId?: string): LiveCodeView | null {
  const code = liveCodeOf(scanned);
  useEffect(() => {
    if (code) void arrival.open(code);
  }, [code]);
  const view = useSyncExternalStore(arrival.subscribe, arrival.view);
  return projectId === undefined || view?.projectId === projectId ? view : null;
}
