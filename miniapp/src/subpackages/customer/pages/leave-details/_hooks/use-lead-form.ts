import type { LeadReceipt } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem } from '@/platform/api-problem';
import { scrollTo } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import { missingSentence, without } from '@/platform/refusal';
import { askToSubscribe } from '@/platform/subscribe';
import { useDraft } from '@/platform/use-draft';
import { server, session } from '@/session';
import { checkForm, type FormErrors, type FormGround, type LeadForm, submissionOf } from '../_lib/lead-form';
import { refusalOf } from '../_lib/refusal';

/** What the person is told later: that it arrived, and who will call. */
const MESSAGES = ['lead-received', 'agent-assigned'];

interface Sending {
  errors: FormErrors;
  /** Above the button. */
  sentence: string | null;
  /** The last attempt got no answer or a refusal: the button offers another. */
  failed: boolean;
}

const QUIET: Sending = { errors: {}, sentence: null, failed: false };

/** The form, its progress on the phone, and the one way it is sent. `start` stands where nothing was kept, and stays the same. */
export function useLeadForm(projectId: string, start: LeadForm) {
  const draft = useDraft<LeadForm>(`lead:${projectId}`, start);
  const [state, setState] = useState<Sending>(QUIET);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);

  const change = (part: Partial<LeadForm>) => {
    draft.change(part);
    setState((before) => ({ ...before, errors: without(before.errors, Object.keys(part)), sentence: null }));
  };
  const refuse = (errors: FormErrors, sentence: string | null, failed: boolean) => {
    setState({ errors, sentence: sentence ?? missingSentence(errors), failed });
    const first = (['name', 'phone', 'note', 'consent'] as const).find((field) => errors[field]);
    if (first) scrollTo(`#ask-${first}`);
  };

  const received = (receipt: LeadReceipt) => {
    // Still busy: until this page is gone, a tap would send what has just been received once more.
    draft.clear();
    session.refresh().catch(() => undefined);
    replaceWith('receipt', { id: receipt.id, no: receipt.receiptNo });
  };
  const refused = (failure: unknown) => {
    busy.current = false;
    setSending(false);
    const { errors, sentence } = refusalOf(failure);
    // The number shown as known was only ever typed, never vouched for by WeChat: it has to be given again.
    if (failure instanceof ApiProblem && failure.code === 'account.phone-required') draft.change({ otherPhone: true });
    refuse(errors, sentence, true);
    return failure;
  };

  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. Resolves with a refusal, if any. */
  const submit = async (ground: FormGround): Promise<unknown> => {
    if (busy.current) return null;
    const errors = checkForm(draft.value, ground);
    if (Object.keys(errors).length > 0) return refuse(errors, null, false);
    busy.current = true;
    const asked = askToSubscribe(MESSAGES);
    const submission = submissionOf(draft.value, ground);
    const key = draft.keyFor(submission);
    setSending(true);
    setState(QUIET);
    await asked;
    return server.leads.submit(submission, key).then(received, refused);
  };
  const forgive = (field: keyof FormErrors) =>
    setState((before) => ({ ...before, errors: without(before.errors, [field]), sentence: null }));
  const blame = (field: keyof FormErrors, sentence: string) =>
    setState((before) => ({ ...before, errors: { ...before.errors, [field]: sentence } }));

  return { form: draft.value, change, submit, sending, forgive, blame, ...state };
}
