import { useState } from 'react';
import { type SentForm, useSentForm } from '@/platform/use-sent-form';

interface Options<F, E, B, R> {
  name: string;
  initial: F;
  /** Where the desk stands. */
  projectId: string | null;
  faultsOf: (form: F) => E;
  bodyOf: (form: F) => B;
  deliver: (body: B, key: string) => Promise<R>;
  /** What of one visitor holds for the next one. */
  kept: (form: F) => Partial<F>;
}

export interface DeskForm<F, E, R> extends Pick<SentForm<F, E>, 'form' | 'change' | 'faults' | 'failure' | 'busy'> {
  send: () => Promise<void>;
  /** What became of it. */
  receipt: R | null;
  next: () => void;
}

/** One visitor after another written down at the desk. */
export function useDeskForm<F extends { projectId: string | null }, E extends Partial<Record<string, string>>, B, R>(
  options: Options<F, E, B, R>,
): DeskForm<F, E, R> {
  const { name, initial, projectId, faultsOf, bodyOf, deliver, kept } = options;
  const [receipt, setReceipt] = useState<R | null>(null);
  const filled = (draft: F): F => ({ ...draft, projectId: draft.projectId ?? projectId });
  const { send, restart, ...shown } = useSentForm({ name, initial, filled, faultsOf });
  return {
    ...shown,
    send: async () => {
      const answer = await send(bodyOf, deliver);
      if (answer) setReceipt(answer);
    },
    receipt,
    next: () => {
      restart({ ...initial, ...kept(shown.form) });
      setReceipt(null);
    },
  };
}
