import type { ReferralRegistration } from '@guihu/shared';
import { phoneSentence } from '@/components/contact-fields/contact-words';
import type { FieldErrors } from '@/platform/refusal';

export interface FriendForm {
  name: string;
  phone: string;
  relation: string;
}
export type FriendField = keyof FriendForm;

export const EMPTY_FRIEND: FriendForm = { name: '', phone: '', relation: '' };
export const RELATIONS = ['朋友', '亲属', '同事', '邻居'] as const;

/** What has to be filled in before it is worth sending; the server knows numbers better. */
export function checkFriend({ name, phone }: FriendForm): FieldErrors<FriendField> {
  const errors: FieldErrors<FriendField> = {};
  if (name.trim() === '') errors.name = '请填写好友姓名，顾问好称呼';
  else if (!/\p{L}/u.test(name)) errors.name = '姓名不能只有数字或符号，请填写文字';
  const wrong = phone.trim() === '' ? '请填写好友的手机号' : phoneSentence(phone);
  if (wrong) errors.phone = wrong;
  return errors;
}

/** Without what was left open, so that the same form always makes the same body. */
export function registrationOf(projectId: string, { name, phone, relation }: FriendForm): ReferralRegistration {
  return { projectId, name: name.trim(), phone: phone.trim(), ...(relation ? { relation } : {}) };
}
