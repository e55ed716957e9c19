import type { LiveCodeView } from '@guihu/shared';

/** How long a code is remembered when nothing newer was scanned. */
export const REMEMBERED_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

interface Kept {
  code: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface ArrivalPorts {
  scan: (code: string) => Promise<LiveCodeView>;
  recall: <T>(name: string) => T | null;
  keep: (name: string, value: unknown) => void;
  forget: (name: string) => void;
  now: () => number;
}

const NAME = 'live-code';

/**
 * By which code somebody came in. The newest one that is good is kept on the phone for some days and sent with what they leave; who
 * was first, and what that counts for, only the server knows, which is told of every opening.
 */
export function createArrival({ scan, recall, keep, forget, now }: ArrivalPorts) {
  let view: LiveCodeView | null = null;
  const listeners = new Set<() => void>();
  const become = (next: LiveCodeView | null) => {
    view = next;
    for (const listener of listeners) listener();
  };

  /** Tells the server of one opening. A code that is old or made up leaves an earlier one in place; a server that cannot be asked decides later. */
  const open = async (code: string): Promise<void> => {
    const before = recall<Kept>(NAME);
    keep(NAME, { code, at: now() } satisfies Kept);
    try {
      const answer = await scan(code);
      if (answer.state === 'active') return become(answer);
    } catch {
      return;
    }
    if (recall<Kept>(NAME)?.code !== code) return;
    if (before && before.code !== code) keep(NAME, before);
    else forget(NAME);
  };

  return {
    open,
    /** The code to send with what is left; undefined when none is remembered. */
    code: (): string | undefined => {
      const kept = recall<Kept>(NAME);
      return kept && now() - kept.at < REMEMBERED_DAYS * DAY_MS ? kept.code : undefined;
    },
    /** What the server said of the code of this visit; null while unknown and when there is nothing to say. */
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
