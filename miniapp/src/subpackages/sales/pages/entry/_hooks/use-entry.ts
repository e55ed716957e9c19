import type { StaffLeadReceipt } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { type EntryErrors, type EntryForm, entryOf, faultsOfEntry, NEW_ENTRY } from '../_lib/entry-form';

/** One visitor being entered, kept as a draft until the server has answered. `projectId` is where the desk stands. */
export function useEntry(projectId: string | null) {
  const draft = useDraft<EntryForm>('entry', NEW_ENTRY);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<EntryErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const [receipt, setReceipt] = useState<StaffLeadReceipt | null>(null);
  const form: EntryForm = { ...draft.value, projectId: draft.value.projectId ?? projectId };
  const faults: EntryErrors = tried ? { ...refused, ...faultsOfEntry(form) } : {};

  const send = async () => {
    setTried(true);
    setFailure(null);
    if (sending.current || Object.keys(faultsOfEntry(form)).length > 0) return;
    sending.current = true;
    const entry = entryOf(form);
    setBusy(true);
    try {
      setReceipt(await server.staffLeads.enter(entry, draft.keyFor(entry)));
      draft.clear();
    } catch (cause) {
      setFailure(sentenceOf(cause));
      if (cause instanceof ApiProblem) setRefused(Object.fromEntries(cause.fields.map(({ field, message }) => [field, message])));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const change = (part: Partial<EntryForm>) => {
    setRefused({});
    draft.change(part);
  };
  /** A fresh form for the next visitor, at the same project and from the same channel. */
  const next = () => {
    draft.change({ ...NEW_ENTRY, projectId: form.projectId, channelCode: form.channelCode });
    setTried(false);
    setReceipt(null);
  };
  return { form, change, faults, failure, busy, send, receipt, next };
}
