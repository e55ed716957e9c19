import { useState } from 'react';
import { sentenceOf } from './api-problem';
import { canonical } from './canonical';

export interface Trial<V> {
  /** What came out last; null before it was run. */
  said: V | null;
  /** The draft is no longer what was tried. */
  stale: boolean;
  busy: boolean;
  failure: string | null;
  run: () => Promise<void>;
}

/** A draft tried on the past: `ask` asks the server what it would have done. */
export function useTrial<D, V>(draft: D, ask: (draft: D) => Promise<V>): Trial<V> {
  const [tried, setTried] = useState<{ draft: D; said: V } | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      setTried({ draft, said: await ask(draft) });
    } catch (cause) {
      setFailure(sentenceOf(cause));
    } finally {
      setBusy(false);
    }
  };
  // By content: a draft that was published comes back from the server as the same rules made anew.
  const stale = tried !== null && canonical(tried.draft) !== canonical(draft);
  return { said: tried?.said ?? null, stale, busy, failure, run };
}
