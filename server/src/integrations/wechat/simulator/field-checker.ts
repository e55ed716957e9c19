import { WechatError } from './wire';

/**
 * What WeChat checks in each typed field, written from its rules and knowing nothing of how the product fits its texts.
 * Where the platform does not say (short_thing, digits of an amount) the narrower reading is enforced.
 */
const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/u;
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const YEAR_FIRST = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{4}\\.\\d{1,2}\\.\\d{1,2})';
const HOUR = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const TIME_POINT = `(?:${HOUR}|${YEAR_FIRST}(?: ${HOUR})?)`;
const TIME = new RegExp(`^${TIME_POINT}(?:~${TIME_POINT})?$`);

const utf16 = (text: string) => text.length;
const plain = (text: string) => !PICTOGRAPH.test(text) && !CONTROL.test(text);

const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (v) => utf16(v) <= 20 && plain(v),
  short_thing: (v) => utf16(v) <= 4 && plain(v),
  character_string: (v) => /^[\x20-\x7e]{1,32}$/.test(v),
  time: (v) => TIME.test(v),
  date: (v) => TIME.test(v),
  amount: (v) => /^[¥￥$€£]?\d{1,10}(?:\.\d{1,2})?元?$/.test(v),
  number: (v) => utf16(v) <= 32 && /^\d+(?:\.\d+)?$/.test(v),
  letter: (v) => /^[A-Za-z]{1,32}$/.test(v),
  symbol: (v) => utf16(v) <= 5 && /^[^\p{L}\p{N}\s]+$/u.test(v) && plain(v),
  phone_number: (v) => /^[\d+()\- ]{1,17}$/.test(v),
  car_number: (v) => /^\p{Script=Han}?[A-Za-z0-9]{0,8}\p{Script=Han}?$/u.test(v) && utf16(v) <= 8,
  name: (v) => plain(v) && (/\p{Script=Han}/u.test(v) ? utf16(v) <= 10 : utf16(v) <= 20),
  phrase: (v) => utf16(v) <= 5 && /^\p{Script=Han}+$/u.test(v),
};

/** Throws 47003 with WeChat's sentence for the first field that is empty or breaks its type's rule, 47001 for a wrong shape. */
export function checkFields(keys: readonly string[], data: unknown): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new WechatError(47001);
  for (const key of keys) {
    const entry = (data as Record<string, unknown>)[key];
    const value = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>).value : undefined;
    if (value === undefined || value === null || value === '') throw new WechatError(47003, `data.${key}.value is empty`);
    if (typeof value !== 'string') throw new WechatError(47001);
    if (value.trim() === '') throw new WechatError(47003, `data.${key}.value is empty`);
    const rule = RULES[key.replace(/\d+$/, '')];
    if (!rule?.(value)) throw new WechatError(47003, `data.${key}.value invalid`);
  }
}
