import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from './api-problem';
import { say } from './feedback';

/** Answers that mean the page no longer shows the truth: taken, moved on, changed, no longer mine. */
const STALE = [403, 404, 409];

export interface Verbs {
  /** A verb is on its way; no second one may start. */
  busy: boolean;
  /** Why the last verb could not be done, when what the page shows had changed. */
  refusal: string | null;
  /** Resolves with whether it was done. What went wrong has been said by then, and a page that was wrong is read again. */
  run: <A>(verb: () => Promise<A>, done: string | ((answer: A) => string)) => Promise<boolean>;
}

export function useVerbs(reload: () => Promise<unknown>): Verbs {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async <A>(verb: () => Promise<A>, done: string | ((answer: A) => string)): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const answer = await verb();
      setRefusal(null);
      say(typeof done === 'string' ? done : done(answer));
      await reload();
      return true;
    } catch (failure) {
      say(sentenceOf(failure));
      if (failure instanceof ApiProblem && STALE.includes(failure.status)) {
        setRefusal(sentenceOf(failure));
        await reload();
      }
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, refusal, run };
}
