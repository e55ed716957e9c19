import { randomInt } from 'node:crypto';
import { beijingDate, type WorkOrderKind } from '@guihu/shared';

/** No 0/O, 1/I/L: numbers are read out on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LETTER: Readonly<Record<WorkOrderKind, string>> = { repair: 'R', complaint: 'C', suggestion: 'S' };

/** `YX261123-R7K3QFM`: project, day, kind, and six characters that cannot be counted up to somebody else's order. */
export function orderNumber(kind: WorkOrderKind, projectCode: string, at: number): string {
  const tail = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${projectCode}${beijingDate(at).replaceAll('-', '').slice(2)}-${LETTER[kind]}${tail}`;
}
