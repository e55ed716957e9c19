import { GENDERS, type Gender, maskName } from '@guihu/shared';
import { windowEnd } from '../verdict/protection.policy';

/** One WeChat user registers at most so many friends in one Beijing day. */
export const MOST_A_DAY = 10;
/** The friend may answer until the end of this many days after the registration. */
export const ASK_DAYS = 7;

/** The last millisecond in which an ask may be answered. */
export const askUntil = (registeredAt: number): number => windowEnd(registeredAt, ASK_DAYS);

/** How a referrer is called before a friend: `陈女士`; never the whole name. */
export function politeName(person: { name: string; named: boolean; gender: Gender } | undefined): string {
  if (!person?.named) return '一位业主';
  return person.gender === 'unknown' ? maskName(person.name) : `${[...person.name][0]}${GENDERS[person.gender]}`;
}
