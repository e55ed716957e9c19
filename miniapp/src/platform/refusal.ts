import { ApiProblem, sentenceOf } from './api-problem';

/** Sentences under the fields of a form; a field without one is all right. */
export type FieldErrors<F extends string> = Partial<Record<F, string>>;

export interface Refusal<F extends string> {
  /** Sentences that belong under fields. */
  errors: FieldErrors<F>;
  /** What is said above the button; null when the fields say it all. */
  sentence: string | null;
}

/** Which fields of the form answer for which part of what was sent. */
export type FieldsOfBody<F extends string> = readonly (readonly [field: F, prefix: string])[];

/** Sorts a failure to where the person can do something about it. `kept` promises what trying again means. */
export function refusalOf<F extends string>(failure: unknown, fields: FieldsOfBody<F>, kept: string): Refusal<F> {
  if (!(failure instanceof ApiProblem)) return { errors: {}, sentence: `${sentenceOf(failure)}。${kept}` };
  const errors: FieldErrors<F> = {};
  for (const { field, message } of failure.fields) {
    const own = fields.find(([, prefix]) => field === prefix || field.startsWith(`${prefix}.`));
    if (own) errors[own[0]] ??= message;
  }
  if (failure.status >= 500) return { errors, sentence: `${sentenceOf(failure)}。${kept}` };
  const said = Object.keys(errors).length > 0;
  return { errors, sentence: said ? null : (failure.fields[0]?.message ?? sentenceOf(failure)) };
}

/** `还有 2 处需要您看一下，已用红字标出`; null when nothing is missing. */
export function missingSentence(errors: object): string | null {
  const count = Object.keys(errors).length;
  return count === 0 ? null : `还有 ${count} 处需要您看一下，已用红字标出`;
}

export function without<F extends string>(errors: FieldErrors<F>, fields: readonly string[]): FieldErrors<F> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field))) as FieldErrors<F>;
}
