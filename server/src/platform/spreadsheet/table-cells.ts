const LONGEST_NAME = 40;
/** As on the forms: letters of any script, no control characters. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]*$/u;

export const isPrintable = (text: string): boolean => PRINTABLE.test(text);

/** The text without what no font has. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]+/gu, ' ').trim();

/** What is wrong with a person's name in a cell, in Chinese; empty when nothing is. */
export function faultsOfName(name: string): string[] {
  if (!name) return ['姓名未填写'];
  if (name.length > LONGEST_NAME) return [`姓名超过 ${LONGEST_NAME} 个字`];
  return isPrintable(name) && /\p{L}/u.test(name) ? [] : ['姓名含有无法识别的字符'];
}
