import { type LeadLevel, sayTime } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { now } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { backOr } from '@/platform/navigation';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { type FollowUpErrors, faultsOfForm, NEW_FORM, recordOf } from '../_lib/follow-up-form';

/** The record being written about one lead, and its sending: once, however often the button is tapped on a bad network. */
export function useFollowUp(leadId: string) {
  const draft = useDraft(`follow-up:${leadId}`, NEW_FORM);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FollowUpErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const faults = tried ? { ...refused, ...faultsOfForm(draft.value, now()) } : {};

  const send = async (level: LeadLevel) => {
    setTried(true);
    setFailure(null);
    const open = Object.keys(faultsOfForm(draft.value, now())).length;
    if (open > 0) return say(`还有 ${open} 项没填好，已在下面标出`);
    if (sending.current) return;
    sending.current = true;
    // Fixed at the first attempt, so that a second one sends the same content under the same key.
    const occurredAt = draft.value.occurredAt ?? now();
    draft.change({ occurredAt });
    const record = recordOf({ ...draft.value, level: draft.value.level ?? level }, occurredAt);
    setBusy(true);
    try {
      const receipt = await server.staffLeads.recordFollowUp(leadId, record, draft.keyFor(record));
      draft.clear();
      say(`已记录，下次跟进 ${sayTime(Date.parse(receipt.nextAt), now())}`);
      backOr('lead', { id: leadId });
    } catch (cause) {
      setFailure(sentenceOf(cause));
      if (cause instanceof ApiProblem) setRefused(Object.fromEntries(cause.fields.map(({ field, message }) => [field, message])));
      setBusy(false);
    } finally {
      sending.current = false;
    }
  };
  const change = (part: Parameters<typeof draft.change>[0]) => {
    setRefused({});
    draft.change(part);
  };
  return { form: draft.value, change, faults, failure, busy, send };
}
