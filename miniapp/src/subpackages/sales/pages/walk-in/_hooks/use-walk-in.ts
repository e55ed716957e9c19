import type { WalkInReceipt } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { faultsOfWalkIn, NEW_WALK_IN, type WalkInErrors, type WalkInForm, walkInOf } from '../_lib/walk-in-form';

/** Somebody at the door being written down, kept as a draft until the server has answered. `projectId` is where the desk stands. */
export function useWalkIn(projectId: string | null) {
  const draft = useDraft<WalkInForm>('walk-in', NEW_WALK_IN);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<WalkInErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const [receipt, setReceipt] = useState<WalkInReceipt | null>(null);
  const form: WalkInForm = { ...draft.value, projectId: draft.value.projectId ?? projectId };
  const faults: WalkInErrors = tried ? { ...refused, ...faultsOfWalkIn(form) } : {};

  const send = async () => {
    setTried(true);
    setFailure(null);
    if (sending.current || Object.keys(faultsOfWalkIn(form)).length > 0) return;
    sending.current = true;
    const body = walkInOf(form);
    setBusy(true);
    try {
      setReceipt(await server.staffViewings.walkIn(body, draft.keyFor(body)));
      draft.clear();
    } catch (cause) {
      setFailure(sentenceOf(cause));
      if (cause instanceof ApiProblem) setRefused(Object.fromEntries(cause.fields.map(({ field, message }) => [field, message])));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const change = (part: Partial<WalkInForm>) => {
    setRefused({});
    draft.change(part);
  };
  /** A fresh form for the next visitor, at the same project. */
  const next = () => {
    draft.change({ ...NEW_WALK_IN, projectId: form.projectId });
    setTried(false);
    setReceipt(null);
  };
  return { form, change, faults, failure, busy, send, receipt, next };
}
