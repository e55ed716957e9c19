import type { TourStop, ViewingFeedback } from '@guihu/shared';

export type FeedbackLevel = NonNullable<ViewingFeedback['level']>;

export interface FeedbackForm {
  objections: string[];
  /** Null until somebody changes what was ticked while the visitor was there. */
  tour: TourStop[] | null;
  level: FeedbackLevel | null;
  words: string;
  nextPlan: string;
  /** Epoch milliseconds. */
  nextAt: number | null;
}

export const NEW_FEEDBACK: FeedbackForm = { objections: [], tour: null, level: null, words: '', nextPlan: '', nextAt: null };

export type FeedbackErrors = Partial<Record<keyof ViewingFeedback, string>>;

const NO_OBJECTION = 'none';

/** 没有顾虑 and a worry cannot both be true: the one tapped last holds. */
export function objectionsAfter(before: readonly string[], after: readonly string[]): string[] {
  const tapped = after.find((key) => !before.includes(key));
  if (tapped === NO_OBJECTION) return [NO_OBJECTION];
  return tapped ? after.filter((key) => key !== NO_OBJECTION) : [...after];
}

/** What was ticked while the visitor was there, where nobody changed it; whether there is a tour at all. */
export interface Walked {
  shown: readonly TourStop[];
  planned: boolean;
}

export const tourIn = (form: FeedbackForm, { shown }: Walked): TourStop[] => form.tour ?? [...shown];

/** What keeps it from being sent, a sentence under each; empty when nothing does. */
export function faultsOfFeedback(form: FeedbackForm, walked: Walked, now: number): FeedbackErrors {
  const faults: FeedbackErrors = {};
  if (walked.planned && tourIn(form, walked).length === 0) faults.tour = '请点选带客户看了哪些';
  if (form.objections.length === 0) faults.objections = '请点选客户的顾虑，没有就选“没有顾虑”';
  if (!form.words.trim()) faults.words = '请写一句客户怎么说';
  if (form.nextAt !== null && form.nextAt <= now) faults.nextAt = '下次跟进时间需要晚于现在';
  else if (form.nextAt === null && form.nextPlan.trim()) faults.nextAt = '请选择下次的时间';
  if (form.nextAt !== null && !form.nextPlan.trim()) faults.nextPlan = '请写下次准备做什么';
  return faults;
}

/** The body to send; call it only for a form without faults. */
export function feedbackOf(form: FeedbackForm, walked: Walked, level: FeedbackLevel | null): ViewingFeedback {
  const plan = form.nextPlan.trim();
  return {
    objections: form.objections,
    tour: tourIn(form, walked),
    words: form.words.trim(),
    ...(level ? { level } : {}),
    ...(plan ? { nextPlan: plan } : {}),
    ...(form.nextAt !== null ? { nextAt: new Date(form.nextAt).toISOString() } : {}),
  };
}
