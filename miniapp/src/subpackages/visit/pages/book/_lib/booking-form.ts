import type { PolicyInForce, ViewingBooking, WaitRequest } from '@guihu/shared';
import { type Contact, checkContact, usesBoundPhone } from '@/components/contact-fields/contact-words';
import type { FieldErrors } from '@/platform/refusal';

export const MOST_COMING = 10;

/** What is chosen and typed; kept on the phone until the server has it. Agreement is not part of it: it is given anew each time. */
export interface BookingForm extends Contact {
  /** Beijing date; null until one was chosen. */
  day: string | null;
  slotId: string | null;
  partySize: number;
  note: string;
}

export const EMPTY_BOOKING: BookingForm = { day: null, slotId: null, name: '', phone: '', otherPhone: false, partySize: 2, note: '' };

export type BookingField = 'slot' | 'name' | 'phone' | 'note' | 'consent';
export type BookingErrors = FieldErrors<BookingField>;

export interface BookingGround {
  /** Masked, when this account has one that needs no typing. */
  boundPhone: string | null;
  liveCode?: string;
  policy: Pick<PolicyInForce, 'version' | 'purposes'>;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}

/** What a person still has to do before it is worth sending; `slotId` of the form may have gone since. */
export function checkBooking(form: BookingForm, slotKnown: boolean, { boundPhone, policy, agreed }: BookingGround): BookingErrors {
  const missing = policy.purposes.find(({ key, required }) => required && !agreed.includes(key));
  return {
    ...(slotKnown ? {} : { slot: '请先点选一个时间' }),
    ...checkContact(form, boundPhone),
    ...(missing ? { consent: `请勾选同意「${missing.title}」，否则我们无法为您留位` } : {}),
  };
}

/** The form as the line for a full time takes it; the same form always makes the same body. */
export function waitRequestOf(form: BookingForm, { boundPhone, liveCode, policy, agreed }: BookingGround): WaitRequest {
  const note = form.note.trim();
  return {
    slotId: form.slotId as string,
    name: form.name.trim(),
    ...(usesBoundPhone(form, boundPhone) ? {} : { phone: form.phone.trim() }),
    ...(note ? { note } : {}),
    ...(liveCode ? { liveCode } : {}),
    consent: { policyVersion: policy.version, purposes: policy.purposes.flatMap(({ key }) => (agreed.includes(key) ? [key] : [])) },
  };
}

export const bookingOf = (form: BookingForm, ground: BookingGround): ViewingBooking => ({
  ...waitRequestOf(form, ground),
  partySize: form.partySize,
});
