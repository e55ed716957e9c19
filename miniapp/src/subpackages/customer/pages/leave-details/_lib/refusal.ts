import { ApiProblem, NetworkFailure, sentenceOf } from '@/platform/api-problem';
import type { FormErrors } from './lead-form';

export interface Refusal {
  /** Sentences that belong under fields. */
  errors: FormErrors;
  /** What is said above the button; null when the fields say it all. */
  sentence: string | null;
}

const FIELDS: readonly [field: keyof FormErrors, prefix: string][] = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['note', 'intent.note'],
  ['consent', 'consent'],
];

const KEPT = '您填的内容都在，再点一次即可，不会重复登记';

/** Sorts a failure to where the person can do something about it. */
export function refusalOf(failure: unknown): Refusal {
  if (failure instanceof NetworkFailure) return { errors: {}, sentence: `${failure.message}。${KEPT}` };
  if (!(failure instanceof ApiProblem)) return { errors: {}, sentence: `${sentenceOf(failure)}。${KEPT}` };
  const errors: FormErrors = {};
  for (const { field, message } of failure.fields) {
    const own = FIELDS.find(([, prefix]) => field === prefix || field.startsWith(`${prefix}.`));
    if (own) errors[own[0]] ??= message;
  }
  if (failure.code === 'policy.outdated') errors.consent = sentenceOf(failure);
  const said = Object.keys(errors).length > 0;
  if (failure.status >= 500) return { errors, sentence: `${sentenceOf(failure)}。${KEPT}` };
  return { errors, sentence: said ? null : (failure.fields[0]?.message ?? sentenceOf(failure)) };
}

/** `还有 2 处需要填写，请看红字`; null when nothing is missing. */
export function missingSentence(errors: FormErrors): string | null {
  const count = Object.keys(errors).length;
  return count === 0 ? null : `还有 ${count} 处需要您看一下，已用红字标出`;
}
