import { randomInt } from 'node:crypto';
import { beijingDate } from '@guihu/shared';

/** No 0/O, 1/I/L: numbers are read out on the phone. */
const LETTERS = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];

/** `YX261129-V7K3QFM`: project, day of booking, and six characters that cannot be counted up to somebody else's visit. */
export const viewingNumber = (projectCode: string, at: number): string =>
  `${projectCode}${beijingDate(at).slice(2).replaceAll('-', '')}-V${[1, 2, 3, 4, 5, 6].map(() => LETTERS[randomInt(LETTERS.length)]).join('')}`;
