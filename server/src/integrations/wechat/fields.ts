import { beijingParts } from '@guihu/shared';
import type { FieldValue } from './template-catalogue';

/** WeChat's field types; the key `thing12` is of type `thing`. */
export type FieldKind =
  | 'thing'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'phone_number'
  | 'car_number'
  | 'name'
  | 'phrase'
  | 'short_thing';

const NOTHING = '无';
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\u20e3|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/gu;
const two = (n: number) => String(n).padStart(2, '0');

/**
 * Fits a value into the limits of WeChat's typed field, so that a send is never refused with 47003 for its content.
 * Text is cleaned and cut with an ellipsis; an instant becomes Beijing civil time; an amount is given in fen.
 * Throws RangeError for what no text can stand for (a time field given words, an unknown field type): a mistake in our code.
 */
export function fitField(key: string, value: FieldValue): string {
  const kind = key.replace(/\d+$/, '');
  const fit = FITS[kind as FieldKind];
  if (!fit || !Object.hasOwn(FITS, kind)) throw new RangeError(`Unknown WeChat field type: ${key}`);
  return fit(value);
}

const FITS: Readonly<Record<FieldKind, (value: FieldValue) => string>> = {
  thing: (value) => shorten(clean(value), 20) || NOTHING,
  short_thing: (value) => shorten(clean(value), 4) || NOTHING,
  character_string: (value) => keep(value, /[\x21-\x7e]/g, 32) || '-',
  time: (value) => civilTime(value),
  date: (value) => civilTime(value),
  amount: (value) => fitAmount(value),
  number: (value) => fitNumber(value),
  letter: (value) => keep(value, /[A-Za-z]/g, 32) || 'N',
  symbol: (value) => keep(value, /[!-/:-@[-`{-~]/g, 5) || '-',
  phone_number: (value) => keep(value, /[\d+()-]/g, 17) || '-',
  car_number: (value) => fitCarNumber(value),
  name: (value) => fitName(value),
  phrase: (value) => shortenExactly(keep(value, /\p{Script=Han}/gu, 40), 5) || '其他',
};

/** Emoji, line breaks and invisible characters removed, blanks joined. */
function clean(value: FieldValue): string {
  return (
    String(value instanceof Date ? civilTime(value) : value)
      // Halves go first: taking out what stands between two of them would join them to a new emoji.
      .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(EMOJI, '')
      .replace(/\p{Cf}+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** WeChat does not say how it counts rare characters, so they count as the two UTF-16 units they are; none is ever halved. */
function shortenExactly(text: string, units: number): string {
  let out = '';
  for (const character of text) {
    if (out.length + character.length > units) break;
    out += character;
  }
  return out;
}

function shorten(text: string, units: number): string {
  return text.length <= units ? text : `${shortenExactly(text, units - 1).trimEnd()}…`;
}

function keep(value: FieldValue, allowed: RegExp, units: number): string {
  return shortenExactly((clean(value).match(allowed) ?? []).join(''), units);
}

function civilTime(value: FieldValue): string {
  const instant = value instanceof Date ? value.getTime() : value;
  if (typeof instant === 'number') {
    if (Number.isNaN(instant)) throw new RangeError('A time field was given an invalid date');
    const p = beijingParts(instant);
    return `${p.year}年${p.month}月${p.day}日 ${two(p.hour)}:${two(p.minute)}`;
  }
  const parsed = Date.parse(instant);
  if (Number.isNaN(parsed) || !/^\d{4}-\d{2}-\d{2}T/.test(instant)) throw new RangeError('A time field takes an instant, not words');
  return civilTime(parsed);
}

/** `328000000` fen → `¥3280000`; more than ten digits of yuan stop at the largest amount the field can show. */
function fitAmount(value: FieldValue): string {
  const fen = Number(value);
  if (!Number.isFinite(fen)) throw new RangeError('An amount field takes fen as a number');
  const capped = Math.min(Math.abs(Math.round(fen)), 999_999_999_999);
  const yuan = Math.floor(capped / 100);
  const rest = capped % 100;
  return `¥${yuan}${rest ? `.${two(rest)}` : ''}`;
}

/** Digits with an optional fraction, 32 in all; the field has no room for a sign, so the size is shown. */
function fitNumber(value: FieldValue): string {
  const plain =
    typeof value === 'number' ? Math.abs(value).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 }) : clean(value);
  const digits = /\d{1,31}(?:\.\d+)?/.exec(plain)?.[0] ?? '0';
  return digits.slice(0, 32).replace(/\.$/, '');
}

/** Eight characters; only the first and the last may be Chinese. */
function fitCarNumber(value: FieldValue): string {
  const text = keep(value, /[A-Za-z0-9]|\p{Script=Han}/gu, 40);
  const [, first = '', rest = ''] = /^(\p{Script=Han}?)(.*)$/u.exec(text) ?? [];
  const last = /[A-Za-z0-9](\p{Script=Han})$/u.exec(rest)?.[1] ?? '';
  const middle = rest.replace(/[^A-Za-z0-9]/g, '').slice(0, 8 - first.length - last.length);
  return `${first}${middle}${last}` || NOTHING;
}

/** Ten characters as soon as one of them is Chinese, twenty letters otherwise; a name may hold nothing but these and a few marks. */
function fitName(value: FieldValue): string {
  const text = (clean(value).match(/[\p{Script=Han}A-Za-z·. ]/gu) ?? []).join('').trim();
  return shortenExactly(text, /\p{Script=Han}/u.test(text) ? 10 : 20).trim() || '客户';
}
