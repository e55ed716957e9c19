// The /min metadata knows lengths and leading digits of every country in 80 KB; /max (140 KB) would add the kind of line, which we do not ask.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export type PhoneReading = { ok: true; e164: string } | { ok: false; reason: string };

const LONGEST = 40;

/**
 * Reads a phone number however it was written (spaces, dashes, full-width digits, 86 or +86 in front) as E.164.
 * Without a calling code it is read as a mainland number; fixed lines with their area code are numbers too.
 */
export function normalisePhone(input: string): PhoneReading {
  const text = input.normalize('NFKC').trim();
  if (text.length === 0 || text.length > LONGEST) return { ok: false, reason: '手机号格式不正确' };
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'CN', extract: false });
  return number?.isValid() && !number.ext ? { ok: true, e164: number.number } : { ok: false, reason: '手机号格式不正确' };
}
