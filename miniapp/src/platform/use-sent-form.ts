import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from './api-problem';
import { useDraft } from './use-draft';

type Faults = Partial<Record<string, string>>;

interface Options<F, E extends Faults> {
  /** Names the draft on this device. */
  name: string;
  initial: F;
  /** What of the form is not in the draft yet, such as where the desk stands. */
  filled?: (draft: F) => F;
  /** What keeps it from being sent, a sentence under each field; empty when nothing does. */
  faultsOf: (form: F) => E;
}

export interface SentForm<F, E> {
  form: F;
  change: (part: Partial<F>) => void;
  /** Only once somebody tried to send it. */
  faults: E;
  failure: string | null;
  busy: boolean;
  /**
   * Sends the body under a key of its own: once, however often the button is tapped on a bad network. Resolves with the answer;
   * with null when it was not sent or was refused, and the form says why.
   */
  send: <B, A>(bodyOf: (form: F) => B, deliver: (body: B, key: string) => Promise<A>) => Promise<A | null>;
  /** A fresh form that begins with these. */
  restart: (form: F) => void;
}

/** A form kept as a draft until the server has answered. */
export function useSentForm<F extends object, E extends Faults>({ name, initial, filled, faultsOf }: Options<F, E>): SentForm<F, E> {
  const draft = useDraft<F>(name, initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Faults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const form = filled ? filled(draft.value) : draft.value;
  const faults = (tried ? { ...refused, ...faultsOf(form) } : {}) as E;

  const send: SentForm<F, E>['send'] = async (bodyOf, deliver) => {
    setTried(true);
    setFailure(null);
    if (sending.current || Object.keys(faultsOf(form)).length > 0) return null;
    sending.current = true;
    setBusy(true);
    try {
      const body = bodyOf(form);
      const answer = await deliver(body, draft.keyFor(body));
      draft.clear();
      return answer;
    } catch (cause) {
      setFailure(sentenceOf(cause));
      if (cause instanceof ApiProblem) setRefused(Object.fromEntries(cause.fields.map(({ field, message }) => [field, message])));
      return null;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return {
    form,
    faults,
    failure,
    busy,
    send,
    change: (part) => {
      setRefused({});
      draft.change(part);
    },
    restart: (fresh) => {
      draft.change(fresh);
      setTried(false);
    },
  };
}
