import { useCallback, useRef, useState } from 'react';
import { forget, keep, recall } from './storage';
import { uuid } from './uuid';

interface Kept<T> {
  value: T;
  /** What was last sent and under which key, until the server has answered. */
  sent: { body: string; key: string } | null;
}

export interface Draft<T> {
  value: T;
  change: (part: Partial<T>) => void;
  /**
   * The idempotency key for sending `body`: the same one for the same body until `clear`, also after the page was closed
   * in between, so that a second tap on a bad network cannot make a second record.
   */
  keyFor: (body: unknown) => string;
  /** The server has answered: the draft is done with. */
  clear: () => void;
}

/** Puts a form back to where it was, for whoever opens its page next. */
export function putDraft<T extends object>(name: string, value: T): void {
  keep(`draft:${name}`, { value, sent: null } satisfies Kept<T>);
}

/** A form's progress, kept on the device under a name. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const kept = useRef<Kept<T>>(undefined as never);
  if (kept.current === undefined) {
    const before = recall<Kept<T>>(`draft:${name}`);
    kept.current = { value: { ...initial, ...before?.value }, sent: before?.sent ?? null };
  }
  const [value, setValue] = useState(kept.current.value);

  const change = useCallback(
    (part: Partial<T>) => {
      kept.current = { ...kept.current, value: { ...kept.current.value, ...part } };
      setValue(kept.current.value);
      keep(`draft:${name}`, kept.current);
    },
    [name],
  );

  const keyFor = useCallback(
    (content: unknown) => {
      const body = JSON.stringify(content);
      if (kept.current.sent?.body !== body) {
        kept.current = { ...kept.current, sent: { body, key: uuid() } };
        keep(`draft:${name}`, kept.current);
      }
      return kept.current.sent?.key as string;
    },
    [name],
  );

  const clear = useCallback(() => {
    kept.current = { value: initial, sent: null };
    forget(`draft:${name}`);
  }, [name, initial]);

  return { value, change, keyFor, clear };
}
