/** Whom to call: what is typed, and whether the number that WeChat vouched for is not the one meant. */
export interface Contact {
  name: string;
  phone: string;
  /** Another number than the bound one. */
  otherPhone: boolean;
}

export const usesBoundPhone = (contact: Contact, boundPhone: string | null): boundPhone is string =>
  boundPhone !== null && !contact.otherPhone;

/** What has to be filled in before it is worth sending, each in a sentence. The server checks again and knows numbers better. */
export function checkContact(contact: Contact, boundPhone: string | null): { name?: string; phone?: string } {
  const name = nameSentence(contact.name);
  const phone = usesBoundPhone(contact, boundPhone) ? null : phoneSentence(contact.phone);
  return { ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
}

function nameSentence(typed: string): string | null {
  const name = typed.trim();
  if (name === '') return '请填写姓名，方便顾问称呼您';
  return /\p{L}/u.test(name) ? null : '姓名不能只有数字或符号，请填写文字';
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
