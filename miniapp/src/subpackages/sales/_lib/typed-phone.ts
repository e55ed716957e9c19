const LEAST_FOREIGN_DIGITS = 8;

/** Digits of what was typed, with a leading plus kept. */
export const bare = (typed: string): string => typed.replace(/[^\d+]/g, '');

/** Whether so much of a number is there that asking about it makes sense: eleven digits, or a foreign number with its code. */
export function isWholePhone(typed: string): boolean {
  const phone = bare(typed);
  if (phone.startsWith('+')) return phone.length > LEAST_FOREIGN_DIGITS;
  return /^1\d{10}$/.test(phone);
}

/** What is wrong with the number as typed; null when nothing is. */
export function faultOfPhone(typed: string): string | null {
  if (!bare(typed)) return '请填写手机号';
  return isWholePhone(typed) ? null : '手机号是 11 位数字；境外号码请以 + 和国家代码开头';
}
