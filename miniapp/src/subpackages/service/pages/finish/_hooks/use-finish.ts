import type { StaffWorkOrderDetail } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { wait } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { backOr } from '@/platform/navigation';
import { useDraft } from '@/platform/use-draft';
import { useHere } from '@/platform/use-here';
import { fieldWork, useUploads } from '@/session';
import { FIELD_DONE, FIELD_QUEUED } from '../../../_lib/field-words';
import { completionOf, type FinishErrors, type FinishForm, faultsOfFinish, NEW_FINISH } from '../_lib/finish-form';

/** Photos on a bad network take minutes; nobody stands and looks at a button for longer than this. */
const PATIENCE_MS = 8_000;

/** The report of what was done, its progress on the phone, and the one way it is sent. */
export function useFinish(orderId: string) {
  const draft = useDraft<FinishForm>(`finish:${orderId}`, NEW_FINISH);
  const uploads = useUploads();
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FinishErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const here = useHere();
  const files = [...draft.value.before, ...draft.value.after];
  const refusedFiles = uploads.flatMap(({ id, refusal }) => (refusal && files.includes(id) ? [refusal] : []));
  const faultsOf = (kind: StaffWorkOrderDetail['kind']) => faultsOfFinish(draft.value, { kind, refusedFiles });

  const send = async ({ kind }: StaffWorkOrderDetail) => {
    setTried(true);
    setFailure(null);
    const open = Object.keys(faultsOf(kind)).length;
    if (open > 0) return say(`还有 ${open} 项没填好，已在下面标出`);
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const { before, after } = draft.value;
    const posting = fieldWork.post({
      lane: orderId,
      what: { verb: 'finish', body: completionOf(draft.value, kind), before, after },
      files,
    });
    const form = draft.value;
    // From here on the queue holds it, whatever happens to this page or to the app.
    draft.clear();
    const written = await Promise.race([posting, wait(PATIENCE_MS).then(() => ({ outcome: 'queued' as const }))]);
    // Whoever has left finds it on the order, refused ones with the reason.
    if (!here.current) return;
    if (written.outcome !== 'refused') {
      say(written.outcome === 'queued' ? FIELD_QUEUED : FIELD_DONE.finish);
      return backOr('staffOrder', { id: orderId });
    }
    fieldWork.takeBack(written.id);
    draft.change(form);
    setFailure(sentenceOf(written.failure));
    if (written.failure instanceof ApiProblem)
      setRefused(Object.fromEntries(written.failure.fields.map(({ field, message }) => [field.split('.')[0], message])));
    setBusy(false);
    sending.current = false;
  };
  const change = (part: Partial<FinishForm>) => {
    setRefused({});
    draft.change(part);
  };
  return {
    form: draft.value,
    change,
    faults: (kind: StaffWorkOrderDetail['kind']): FinishErrors => (tried ? { ...refused, ...faultsOf(kind) } : {}),
    failure,
    busy,
    send,
  };
}
