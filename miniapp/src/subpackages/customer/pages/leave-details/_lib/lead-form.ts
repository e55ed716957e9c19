import type { LeadSubmission, PolicyInForce } from '@guihu/shared';
import { type Contact, checkContact, usesBoundPhone } from '@/components/contact-fields/contact-words';
import type { FieldErrors } from '@/platform/refusal';

/** What is typed and chosen; kept on the phone until the server has it. Agreement is not part of it: it is given anew each time. */
export interface LeadForm extends Contact {
  productType?: string;
  /** Square metres. */
  areaMin?: number;
  areaMax?: number;
  /** Fen. */
  budgetMin?: number;
  budgetMax?: number;
  purpose?: string;
  note: string;
}

export const EMPTY_FORM: LeadForm = { name: '', phone: '', otherPhone: false, note: '' };

export type FormField = 'name' | 'phone' | 'note' | 'consent';
export type FormErrors = FieldErrors<FormField>;

export interface FormGround {
  projectId: string;
  /** Masked, when this account has one that needs no typing. */
  boundPhone: string | null;
  channelCode?: string;
  /** The code they came in by most recently. */
  liveCode?: string;
  policy: Pick<PolicyInForce, 'version' | 'purposes'>;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}

/** What a person still has to do before the form is worth sending. The server checks again and knows numbers better. */
export function checkForm(form: LeadForm, { boundPhone, policy, agreed }: FormGround): FormErrors {
  const errors: FormErrors = checkContact(form, boundPhone);
  const missing = policy.purposes.find(({ key, required }) => required && !agreed.includes(key));
  if (missing) errors.consent = `请勾选同意「${missing.title}」，否则我们无法联系您`;
  return errors;
}

/** The form as the server takes it. What was left open is left out, so that the same form always makes the same body. */
export function submissionOf(form: LeadForm, ground: FormGround): LeadSubmission {
  const { productType, areaMin, areaMax, budgetMin, budgetMax, purpose } = form;
  const note = form.note.trim() || undefined;
  const intent = definedOnly({ productType, areaMin, areaMax, budgetMin, budgetMax, purpose, note });
  return {
    projectId: ground.projectId,
    name: form.name.trim(),
    ...(usesBoundPhone(form, ground.boundPhone) ? {} : { phone: form.phone.trim() }),
    ...(Object.keys(intent).length > 0 ? { intent } : {}),
    ...(ground.channelCode ? { channelCode: ground.channelCode } : {}),
    ...(ground.liveCode ? { liveCode: ground.liveCode } : {}),
    consent: { policyVersion: ground.policy.version, purposes: inPolicyOrder(ground) },
  };
}

/** In the policy's order, not that of the taps: the same agreement makes the same body. */
const inPolicyOrder = ({ policy, agreed }: FormGround): string[] =>
  policy.purposes.flatMap(({ key }) => (agreed.includes(key) ? [key] : []));

const definedOnly = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
