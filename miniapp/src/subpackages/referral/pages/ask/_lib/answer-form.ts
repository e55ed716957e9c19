import type { PolicyInForce, ReferralAnswer } from '@guihu/shared';
import { type Contact, checkContact, usesBoundPhone } from '@/components/contact-fields/contact-words';
import type { FieldErrors } from '@/platform/refusal';

export type AnswerField = 'name' | 'phone' | 'consent';
export type AnswerErrors = FieldErrors<AnswerField>;

export interface AnswerGround {
  boundPhone: string | null;
  policy: Pick<PolicyInForce, 'version' | 'purposes'>;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}

/** What a yes still needs. A no needs nothing. */
export function checkYes(contact: Contact, { boundPhone, policy, agreed }: AnswerGround): AnswerErrors {
  const errors: AnswerErrors = checkContact(contact, boundPhone);
  const missing = policy.purposes.find(({ key, required }) => required && !agreed.includes(key));
  if (missing) errors.consent = `请勾选同意「${missing.title}」；不愿意可以点「不用了」`;
  return errors;
}

export function yesOf(contact: Contact, { boundPhone, policy, agreed }: AnswerGround): ReferralAnswer {
  return {
    agree: true,
    name: contact.name.trim(),
    ...(usesBoundPhone(contact, boundPhone) ? {} : { phone: contact.phone.trim() }),
    // In the policy's order, not that of the taps: the same agreement makes the same body.
    consent: { policyVersion: policy.version, purposes: policy.purposes.flatMap(({ key }) => (agreed.includes(key) ? [key] : [])) },
  };
}

export const NO: ReferralAnswer = { agree: false };
