/** Mainland mobiles in any common way of writing; a longer run of digits (an id, a time) is not one. */
const MOBILE = /(?<![\dA-Za-z])(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g;
const OTHER_E164 = /(?<![\dA-Za-z])\+(?!86)(\d{1,3})\d{4,8}(\d{4})(?!\d)/g;
const IDENTITY_CARD = /(?<!\d)(\d{6})(?:18|19|20)\d{9}([\dXx])(?!\d)/g;
const SECRET = /((?:access_token|secret|js_code|authorization|bearer|session_key)["']?[=: ]+["']?)[^"'&\s,}]+/gi;

/** A log line without phone numbers, identity numbers, tokens and secrets, whatever field they hid in. */
export function withoutPersonalData(line: string): string {
  return line
    .replace(SECRET, '$1[hidden]')
    .replace(IDENTITY_CARD, '$1**********$2')
    .replace(MOBILE, '$1****$3')
    .replace(OTHER_E164, '+$1 ****$2');
}
