import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { missingSentence } from '@/platform/refusal';
import type { ReportErrors } from './report-form';

const FIELDS: readonly [prefix: string, field: keyof ReportErrors][] = [
  ['unitId', 'home'],
  ['category', 'category'],
  ['description', 'description'],
  ['uploadIds', 'files'],
  ['preferredTime', 'wish'],
  ['contactPhone', 'phone'],
];

export interface Refusal {
  /** Sentences that belong under fields. */
  errors: ReportErrors;
  /** What is said above the button. */
  sentence: string;
}

/** Sorts a refusal to where the person can do something about it. */
export function refusalOf(failure: unknown): Refusal {
  const errors: ReportErrors = {};
  if (failure instanceof ApiProblem) {
    for (const { field, message } of failure.fields) {
      const own = FIELDS.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`));
      if (own) errors[own[1]] ??= message;
    }
    if (failure.code === 'home.not-yours') errors.home ??= sentenceOf(failure);
    if (failure.code.startsWith('upload.')) errors.files ??= sentenceOf(failure);
  }
  return { errors, sentence: missingSentence(errors) ?? sentenceOf(failure) };
}
