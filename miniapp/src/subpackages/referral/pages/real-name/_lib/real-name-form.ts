import { idCardFault, normaliseIdCard, type PolicyInForce, type PolicyPurpose, type RealNameStatement } from '@guihu/shared';
import type { FieldErrors } from '@/platform/refusal';

export interface RealNameForm {
  name: string;
  number: string;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}
export type RealNameField = 'name' | 'number' | 'consent';

export const EMPTY_FORM: RealNameForm = { name: '', number: '', agreed: [] };

/** The one purpose that is asked for here; none while the policy in force does not know it. */
export const purposesHere = (policy: Pick<PolicyInForce, 'purposes'>): PolicyPurpose[] =>
  policy.purposes.filter(({ only }) => only === 'real-name');

/** The same rules as the server's: what is wrong, each with what to do. */
export function checkRealName(
  { name, number, agreed }: RealNameForm,
  policy: Pick<PolicyInForce, 'purposes'>,
  now: number,
): FieldErrors<RealNameField> {
  const errors: FieldErrors<RealNameField> = {};
  if (name.trim() === '') errors.name = '请填写证件上的姓名';
  else if (!/^\p{L}[\p{L}\p{M} ·•.]*\p{L}$/u.test(name.trim())) errors.name = '姓名请与证件一致，不含数字和符号';
  const fault = number.trim() === '' ? '请填写身份证号' : idCardFault(normaliseIdCard(number), now);
  if (fault) errors.number = fault;
  const missing = purposesHere(policy).find(({ key }) => !agreed.includes(key));
  if (missing) errors.consent = `请勾选同意「${missing.title}」`;
  return errors;
}

export const statementOf = ({ name, number }: RealNameForm, policy: Pick<PolicyInForce, 'version' | 'purposes'>): RealNameStatement => ({
  name: name.trim(),
  number: normaliseIdCard(number),
  consent: { policyVersion: policy.version, purposes: purposesHere(policy).map(({ key }) => key) },
});
