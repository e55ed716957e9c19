// The /max metadata (157 KB of JSON, about 1.7 MB of heap) and not /min (83 KB): only it knows the exact number ranges, so that
// a made-up prefix is refused, and the kind of line, so that a service hotline is not taken for a person.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type PhoneReading = { ok: true; e164: string } | { ok: false; reason: string };

const LONGEST = 40;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
/** Lines that belong to no single person: customers are keyed by their number, so two callers would become one. */
const SHARED_LINES = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

const refused = (reason: string): PhoneReading => ({ ok: false, reason });

/**
 * Reads a phone number however it was written (spaces, dashes, full-width digits, 86, 0086 or +86 in front) as E.164.
 * Without a calling code it is read as a number of `defaultRegion`. Fixed lines with their area code are numbers too: a call
 * centre notes what the customer called from. Reading the answer again gives the answer.
 */
export function normalisePhone(input: string, defaultRegion: CountryCode = 'CN'): PhoneReading {
  if (input.length > LONGEST * 4) return refused('手机号太长，请检查');
  const text = input.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (text.length === 0) return refused('手机号未填写');
  if (text.length > LONGEST) return refused('手机号太长，请检查');
  // `(+86) 138…`: the library reads brackets around an area code, not around a calling code.
  const number = parsePhoneNumberFromString(text.replace(/^\(\s*(\+\d+)\s*\)/, '$1 '), { defaultCountry: defaultRegion, extract: false });
  if (!number?.isValid()) return refused('手机号格式不正确');
  if (number.ext) return refused('请填写直线号码，不带分机号');
  if (SHARED_LINES.has(number.getType() ?? '')) return refused('这是服务热线号码，请填写客户本人的电话');
  return { ok: true, e164: number.number };
}
