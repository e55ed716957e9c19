import type { PolicyInForce, ReferralAnswer } from '@guihu/shared';
import type { FieldErrors } from '@/platform/refusal';

export type AnswerField = 'name' | 'phone' | 'consent';
export type AnswerErrors = FieldErrors<AnswerField>;

export interface AnswerGround {
  /** Masked; null until WeChat has vouched for one: only the friend themselves may answer. */
  boundPhone: string | null;
  policy: Pick<PolicyInForce, 'version' | 'purposes'>;
  /** Keys of the purposes ticked by hand. */
  agreed: readonly string[];
}

/** What a yes still needs. A no needs nothing. */
export function checkYes(name: string, { boundPhone, policy, agreed }: AnswerGround): AnswerErrors {
  const missing = policy.purposes.find(({ key, required }) => required && !agreed.includes(key));
  return {
    ...(/\p{L}/u.test(name) ? {} : { name: '请填写姓名，方便顾问称呼您' }),
    ...(boundPhone === null ? { phone: '请点上方用微信手机号，确认是您本人' } : {}),
    ...(missing ? { consent: `请勾选同意「${missing.title}」；不愿意可以点「不用了」` } : {}),
  };
}

export const yesOf = (name: string, { policy, agreed }: Omit<AnswerGround, 'boundPhone'>): ReferralAnswer => ({
  agree: true,
  name: name.trim(),
  // In the policy's order, not that of the taps: the same agreement makes the same body.
  consent: { policyVersion: policy.version, purposes: policy.purposes.flatMap(({ key }) => (agreed.includes(key) ? [key] : [])) },
});

export const NO: ReferralAnswer = { agree: false };
