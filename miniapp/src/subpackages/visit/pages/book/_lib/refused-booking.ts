import type { ErrorCode } from '@guihu/shared';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { type FieldsOfBody, type Refusal, refusalOf } from '@/platform/refusal';
import type { BookingField } from './booking-form';

const FIELDS: FieldsOfBody<BookingField> = [
  ['slot', 'slotId'],
  ['name', 'name'],
  ['phone', 'phone'],
  ['note', 'note'],
  ['consent', 'consent'],
];
const KEPT = '您填的内容都在，再点一次即可，不会重复预约';

/** The time went to somebody else, or is not what it was: another one has to be chosen. */
const SLOT_LOST: readonly ErrorCode[] = [
  'viewing.slot-full',
  'viewing.slot-closed',
  'viewing.slot-unknown',
  'viewing.notice-too-short',
  'viewing.no-host',
  'wait.not-needed',
];
/** What this person has already is in the way. */
const HAS_ONE: readonly ErrorCode[] = ['viewing.already-booked', 'viewing.limit-reached', 'wait.already-waiting'];

export interface RefusedBooking extends Refusal<BookingField> {
  slotLost: boolean;
  /** It is worth looking at the viewings one has. */
  hasOne: boolean;
}

/** Sorts a refusal to where the person can do something about it. */
export function refusedBooking(failure: unknown): RefusedBooking {
  const code = failure instanceof ApiProblem ? failure.code : null;
  const slotLost = code !== null && SLOT_LOST.includes(code);
  const hasOne = code !== null && HAS_ONE.includes(code);
  if (slotLost) return { errors: { slot: sentenceOf(failure) }, sentence: sentenceOf(failure), slotLost, hasOne };
  if (code === 'policy.outdated') return { errors: { consent: sentenceOf(failure) }, sentence: null, slotLost, hasOne };
  return { ...refusalOf(failure, FIELDS, KEPT), slotLost, hasOne };
}
