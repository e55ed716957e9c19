import { randomInt } from 'node:crypto';
import { beijingDate } from '@guihu/shared';

/** No 0/O, 1/I/L: receipt numbers are read out on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `YX261123-7K3QFM8`: project, day, and seven characters that cannot be counted up to somebody else's receipt. */
export function receiptNumber(projectCode: string, at: number): string {
  const tail = Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${projectCode}${beijingDate(at).replaceAll('-', '').slice(2)}-${tail}`;
}
