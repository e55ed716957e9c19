import { GENDERS, type Gender, LEAD_LEVELS, PRODUCT_TYPES, PURPOSES } from '@guihu/shared';

export interface NumberRange {
  min?: number;
  max?: number;
}

const FEN_PER_YUAN = 100;
const YUAN_PER_WAN = 10_000;
const NUMBER = String.raw`(\d{1,12}(?:\.\d{1,4})?)`;
const BETWEEN = new RegExp(`^约?${NUMBER}(?:[-~—–－至到]+)${NUMBER}(?:左右)?$`);
const ONE = new RegExp(`^(?:约|大约)?${NUMBER}(?:左右)?(\\+)?$`);
const AT_LEAST = new RegExp(`^(?:(?:大于|不低于|至少|>=?|≥)${NUMBER}|${NUMBER}(?:以上|起))$`);
const AT_MOST = new RegExp(`^(?:(?:小于|不超过|最多|<=?|≤)${NUMBER}|${NUMBER}(?:以内|以下|内))$`);

/** A range as people write it: `90-120`, `90~120㎡`, `100以上`, `350万以内`, `约100`. Null when it is no range. */
export function readRange(text: string, units: RegExp): NumberRange | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(units, '');
  const between = BETWEEN.exec(plain);
  if (between) {
    const ends = [Number(between[1]), Number(between[2])];
    return { min: Math.min(...ends), max: Math.max(...ends) };
  }
  const least = AT_LEAST.exec(plain);
  if (least) return { min: Number(least[1] ?? least[2]) };
  const most = AT_MOST.exec(plain);
  if (most) return { max: Number(most[1] ?? most[2]) };
  const one = ONE.exec(plain);
  if (!one) return null;
  return one[2] ? { min: Number(one[1]) } : { min: Number(one[1]), max: Number(one[1]) };
}

const mapped = (range: NumberRange, change: (n: number) => number): NumberRange => ({
  ...(range.min === undefined ? {} : { min: change(range.min) }),
  ...(range.max === undefined ? {} : { max: change(range.max) }),
});

const within = (range: NumberRange, most: number): NumberRange | null =>
  [range.min, range.max].every((n) => n === undefined || (Number.isSafeInteger(n) && n <= most)) ? range : null;

/** Whole square metres; the lower end is rounded down and the upper one up, so that the wish is not narrowed. */
export function readArea(text: string): NumberRange | null {
  const range = readRange(text, /平方米|平米|㎡|m2|m²|平方|平/gi);
  if (!range) return null;
  const whole = { ...mapped(range, Math.floor), ...(range.max === undefined ? {} : { max: Math.ceil(range.max) }) };
  return within(whole, 100_000);
}

/** Fen. A number without a unit is in 万元, unless the column says 元 or the number itself does. */
export function readBudget(text: string, columnInYuan: boolean): NumberRange | null {
  const inYuan = !/万/.test(text) && (columnInYuan || /元|¥|￥/.test(text));
  const range = readRange(text, /万|元|人民币|rmb|¥|￥|w/gi);
  if (!range) return null;
  const fen = FEN_PER_YUAN * (inYuan ? 1 : YUAN_PER_WAN);
  return within(
    mapped(range, (n) => Math.round(n * fen)),
    1_000_000_000_000,
  );
}

/** The key of a dictionary word given by its key or label; null when it is neither. */
function wordOf<K extends string>(dictionary: Readonly<Record<K, string>>, text: string): K | null {
  const plain = text.trim().toLowerCase();
  const found = Object.entries<string>(dictionary).find(([key, label]) => key === plain || label === plain);
  return (found?.[0] as K | undefined) ?? null;
}

const GENDER_WORDS: Record<string, Gender> = {
  男: 'male',
  男士: 'male',
  male: 'male',
  m: 'male',
  女: 'female',
  female: 'female',
  f: 'female',
};

export const readGender = (text: string): Gender => {
  const plain = text.trim().toLowerCase();
  return (Object.hasOwn(GENDER_WORDS, plain) ? GENDER_WORDS[plain] : wordOf(GENDERS, plain)) ?? 'unknown';
};
export const readLevel = (text: string) => wordOf(LEAD_LEVELS, text);
export const readProductType = (text: string) => wordOf(PRODUCT_TYPES, text) ?? text;
export const readPurpose = (text: string) => wordOf(PURPOSES, text) ?? text;
