import type { LeadSubmission, PolicyInForce } from '@guihu/shared';

/** What is typed and chosen; kept on the phone until the server has it. Agreement is not part of it: it is given anew each time. */
export interface LeadForm {
  name: string;
  phone: string;
  /** Another number than the bound one. */
  otherPhone: boolean;
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

/** Sentences under the fields; a field without one is all right. */
export type FormErrors = Partial<Record<'name' | 'phone' | 'note' | 'consent', string>>;

export interface FormGround {
  projectId: string;
  /** Masked, when this account has one that needs no typing. */
  boundPhone: string | null;
  channelCode?: string;
  policy: Pick<PolicyInForce, 'version' | 'purposes'>;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}

export const usesBoundPhone = (form: LeadForm, boundPhone: string | null): boundPhone is string => boundPhone !== null && !form.otherPhone;

/** What a person still has to do before the form is worth sending. The server checks again and knows numbers better. */
export function checkForm(form: LeadForm, { boundPhone, policy, agreed }: FormGround): FormErrors {
  const errors: FormErrors = {};
  const name = form.name.trim();
  if (name === '') errors.name = '请填写姓名，方便顾问称呼您';
  else if (!/\p{L}/u.test(name)) errors.name = '姓名不能只有数字或符号，请填写文字';
  const phone = usesBoundPhone(form, boundPhone) ? null : phoneSentence(form.phone);
  if (phone) errors.phone = phone;
  const missing = policy.purposes.find(({ key, required }) => required && !agreed.includes(key));
  if (missing) errors.consent = `请勾选同意「${missing.title}」，否则我们无法联系您`;
  return errors;
}

/** Why a number cannot be one, in a sentence; null for one that may be. */
export function phoneSentence(typed: string): string | null {
  const digits = typed.replace(/[\s\-()（）]/g, '');
  if (digits === '') return '请填写手机号，或点上方用微信手机号';
  if (!/^\+?\d+$/.test(digits)) return '手机号只能是数字，请检查';
  if (/^(\+|00)/.test(digits) && !/^(\+|00)86/.test(digits)) return digits.length < 9 ? '号码好像少了几位，请检查' : null;
  const national = digits.replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(national)) return null;
  return national.length === 11 || !national.startsWith('1')
    ? '请填写 11 位手机号；海外号码请以 00 加国家或地区代码开头'
    : `手机号应为 11 位，现在是 ${national.length} 位，请检查`;
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
    consent: { policyVersion: ground.policy.version, purposes: inPolicyOrder(ground) },
  };
}

/** In the policy's order, not that of the taps: the same agreement makes the same body. */
const inPolicyOrder = ({ policy, agreed }: FormGround): string[] =>
  policy.purposes.flatMap(({ key }) => (agreed.includes(key) ? [key] : []));

const definedOnly = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<T>;
