import type { WorkOrderReceipt } from '@guihu/shared';
import { useRef, useState } from 'react';
import { say } from '@/platform/feedback';
import { scrollTo } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import type { Delivery } from '@/platform/outbox';
import { missingSentence } from '@/platform/refusal';
import { askToSubscribe } from '@/platform/subscribe';
import { useDraft } from '@/platform/use-draft';
import { useHere } from '@/platform/use-here';
import { type ReportForm as QueuedForm, reports } from '@/session';
import { draftName } from '../../../_lib/kind-words';
import { refusalOf } from '../_lib/refusal';
import {
  checkReport,
  chosenCategory,
  EMPTY_REPORT,
  REPORT_FIELDS,
  type ReportErrors,
  type ReportForm,
  type ReportGround,
  reportOf,
} from '../_lib/report-form';

/** What the person is told later: each step, and that it is done. */
const MESSAGES = ['order-progress', 'order-finished'];
export const QUEUED = '网络不好，已存在手机里，联网后自动发送';

interface Sending {
  errors: ReportErrors;
  /** Above the button. */
  sentence: string | null;
}

const QUIET: Sending = { errors: {}, sentence: null };

/** The form, its progress on the phone, and the one way it is sent. */
export function useReportForm(kind: ReportGround['kind']) {
  const draft = useDraft<ReportForm>(draftName(kind), EMPTY_REPORT);
  const [state, setState] = useState<Sending>(QUIET);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const here = useHere();

  const change = (part: Partial<ReportForm>) => {
    draft.change(part);
    setState((before) => ({ errors: without(before.errors, Object.keys(part)), sentence: null }));
  };
  const refuse = (errors: ReportErrors, sentence: string | null) => {
    setState({ errors, sentence });
    const first = REPORT_FIELDS.find((field) => errors[field]);
    if (first) scrollTo(`#ask-${first}`);
  };

  const over = (form: ReportForm, delivery: Delivery<WorkOrderReceipt>) => {
    if (delivery.outcome === 'refused') {
      // Whoever has left the page finds it among their reports, with the reason.
      if (!here.current) return;
      reports.takeBack(delivery.id);
      draft.change(form);
      busy.current = false;
      setSending(false);
      const { errors, sentence } = refusalOf(delivery.failure);
      return refuse(errors, sentence);
    }
    // Still busy: until this page is gone, a tap would send what has just been handed over once more.
    if (delivery.outcome === 'queued') say(QUEUED);
    if (!here.current) return;
    if (delivery.outcome === 'queued') replaceWith('myOrders', {});
    else replaceWith('myOrder', { id: delivery.answer.id, no: delivery.answer.number });
  };

  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const submit = async (ground: ReportGround): Promise<void> => {
    if (busy.current) return;
    const form = draft.value;
    const errors = checkReport(form, ground);
    if (Object.keys(errors).length > 0) return refuse(errors, missingSentence(errors));
    busy.current = true;
    const asked = askToSubscribe(MESSAGES);
    setSending(true);
    setState(QUIET);
    await asked;
    const posting = reports.post({ body: reportOf(form, ground), form: faceOf(form, ground), files: form.files });
    // From here on the outbox holds it, whatever happens to this page or to the app.
    draft.clear();
    over(form, await posting);
  };

  return { form: draft.value, change, submit, sending, ...state };
}

/** What is shown of it while it waits. */
function faceOf(form: ReportForm, { home, categories }: ReportGround): QueuedForm {
  const category = chosenCategory(form, categories);
  return { categoryName: category?.name ?? '', picture: category?.picture ?? 'other', homeLabel: home?.label ?? '', draft: form };
}

function without(errors: ReportErrors, fields: readonly string[]): ReportErrors {
  const gone = fields.flatMap((field) => GROUPS[field] ?? field);
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !gone.includes(field)));
}

/** Parts of the form whose sentence stands under one field. */
const GROUPS: Readonly<Record<string, string>> = { unitId: 'home', branch: 'category', leaf: 'category', otherPhone: 'phone' };
