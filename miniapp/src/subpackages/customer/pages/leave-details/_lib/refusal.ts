import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { type FieldsOfBody, type Refusal, refusalOf as sorted } from '@/platform/refusal';
import type { FormField } from './lead-form';

const FIELDS: FieldsOfBody<FormField> = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['note', 'intent.note'],
  ['consent', 'consent'],
];

const KEPT = '您填的内容都在，再点一次即可，不会重复登记';

/** Sorts a failure to where the person can do something about it; a new policy is shown where it is agreed to. */
export function refusalOf(failure: unknown): Refusal<FormField> {
  const refused = sorted(failure, FIELDS, KEPT);
  if (!(failure instanceof ApiProblem) || failure.code !== 'policy.outdated') return refused;
  return { errors: { ...refused.errors, consent: sentenceOf(failure) }, sentence: null };
}
