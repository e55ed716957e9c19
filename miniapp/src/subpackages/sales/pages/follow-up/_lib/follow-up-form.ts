import type { FollowUpMethod, FollowUpRecord, LeadLevel } from '@guihu/shared';

export interface FollowUpForm {
  /** Epoch milliseconds; null: just now, fixed when it is first sent. */
  occurredAt: number | null;
  method: FollowUpMethod | null;
  connected: boolean;
  content: string;
  feedback: string;
  nextPlan: string;
  /** Epoch milliseconds. */
  nextAt: number | null;
  level: LeadLevel | null;
}

export const NEW_FORM: FollowUpForm = {
  occurredAt: null,
  method: 'phone',
  connected: true,
  content: '',
  feedback: '',
  nextPlan: '',
  nextAt: null,
  level: null,
};

/** The present is learned from answers of the server and may step back a little between two of them; the server allows as much. */
const CLOCK_SKEW_MS = 2 * 60_000;

export type FollowUpErrors = Partial<Record<keyof FollowUpRecord, string>>;

/** What is still missing of the five mandatory fields and the next date (D8, D2), a sentence under each; empty when it can be sent. */
export function faultsOfForm(form: FollowUpForm, now: number): FollowUpErrors {
  const faults: FollowUpErrors = {};
  if (form.occurredAt !== null && form.occurredAt > now + CLOCK_SKEW_MS) faults.occurredAt = '跟进时间不能晚于现在';
  if (!form.method) faults.method = '请选择跟进方式';
  if (!form.content.trim()) faults.content = '请写一句聊了什么';
  if (!form.feedback.trim()) faults.feedback = '请写一句客户怎么说';
  if (!form.nextPlan.trim()) faults.nextPlan = '请写下次准备做什么';
  if (form.nextAt === null) faults.nextAt = '请选择下次跟进的时间';
  else if (form.nextAt <= now) faults.nextAt = '下次跟进时间需要晚于现在';
  return faults;
}

/** The record to send; call it only for a form without faults. */
export function recordOf(form: FollowUpForm, occurredAt: number): FollowUpRecord {
  return {
    occurredAt: new Date(occurredAt).toISOString(),
    method: form.method as FollowUpMethod,
    content: form.content.trim(),
    feedback: form.feedback.trim(),
    nextPlan: form.nextPlan.trim(),
    nextAt: new Date(form.nextAt as number).toISOString(),
    connected: form.connected,
    ...(form.level ? { level: form.level } : {}),
  };
}
