import { BEIJING_OFFSET_MS } from './beijing-time';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
/** Provinces, municipalities and regions as the first two digits name them. */
const REGIONS = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const ADULT = 18;
const OLDEST = 110;

/** As it is checked and kept: without spaces, full-width signs made plain, and a capital X. */
export const normaliseIdCard = (input: string): string => input.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What is wrong with a normalised ID card number at `now` (epoch ms), as a sentence; null for one that can be. */
export function idCardFault(number: string, now: number): string | null {
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号应为 18 位，最后一位可以是 X，请检查';
  if (!REGIONS.test(number) || checkOf(number) !== number[17]) return '身份证号有误，请对照证件逐位检查';
  const age = ageOf(number, now);
  if (age === null || age > OLDEST) return '身份证号中的出生日期有误，请对照证件检查';
  return age < ADULT ? '须年满 18 周岁，才能领取现金奖励' : null;
}

/** GB 11643: the weighted sum of the first seventeen digits, modulo eleven. */
function checkOf(number: string): string {
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] as string;
}

/** Whole years by the Beijing calendar; null for a day that no calendar has, or that is still to come. */
function ageOf(number: string, now: number): number | null {
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (born.getUTCFullYear() !== year || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return null;
  const today = new Date(now + BEIJING_OFFSET_MS);
  if (born.getTime() > today.getTime()) return null;
  const before = [today.getUTCMonth() + 1, today.getUTCDate()] as const;
  const hadBirthday = before[0] > month || (before[0] === month && before[1] >= day);
  return today.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}

/** All that anybody is ever shown of it: `3****************4`. */
export const maskIdCard = (number: string): string => `${number.slice(0, 1)}${'*'.repeat(16)}${number.slice(-1)}`;
