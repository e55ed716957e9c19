import { GENDERS, type Gender, LIVE_CODE_PATTERN, type LiveCodeState } from '@guihu/shared';

/** Crockford's alphabet: whoever reads a code out or types it cannot confuse two of its characters. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Every code opens the first page, which knows what to do with a scene. */
export const CODE_PAGE = 'pages/home/index';

export const CODE_LENGTH = 10;
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** @param pick a whole number from 0 up to, not including, its argument */
export const newCode = (pick: (below: number) => number): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('');

/** The code that somebody meant, however cased, spaced or misread; null for what can be none. */
export function readCode(typed: string): string | null {
  const plain = typed
    .slice(0, 64)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => MISREAD[letter] as string);
  return LIVE_CODE_PATTERN.test(plain) ? plain : null;
}

export interface CodeLife {
  /** Epoch ms. */
  expiresAt: number | null;
  retiredAt: number | null;
}

/** A code is good up to its last instant, that one not included. */
export function stateOf({ expiresAt, retiredAt }: CodeLife, now: number): Exclude<LiveCodeState, 'unknown'> {
  if (retiredAt !== null && retiredAt <= now) return 'retired';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

/** Pushing the same phone at the same poster again within this time is one scan. */
export const ONE_SCAN_MS = 10 * 60_000;

export const countsAgain = (lastAt: number | null, now: number): boolean => lastAt === null || now - lastAt >= ONE_SCAN_MS;

const COMPOUND_SURNAMES = ['欧阳', '上官', '司马', '诸葛', '慕容', '皇甫', '尉迟', '令狐', '东方', '夏侯', '司徒', '端木', '公孙', '长孙'];

/** How a friend is named to somebody who may not know the whole name: `陈女士`; another script is not cut. */
export function politely(name: string, gender: Gender): string {
  const compound = COMPOUND_SURNAMES.find((surname) => name.startsWith(surname) && name.length > surname.length);
  const first = Array.from(name)[0] ?? '';
  if (!compound && !/\p{Script=Han}/u.test(first)) return '一位朋友';
  const surname = compound ?? first;
  return gender === 'unknown' ? `${surname}**` : `${surname}${GENDERS[gender]}`;
}
