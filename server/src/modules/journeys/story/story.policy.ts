import { maskName, type StoryByline } from '@guihu/shared';

/** What the author must keep to themselves in public. */
export interface OwnFacts {
  /** As registered; may be empty. */
  name: string;
  /** Room numbers of their homes: 1203. */
  unitLabels: readonly string[];
}

export type GivenAway = 'phone' | 'home' | 'name';

const MOBILE = /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/;
const BETWEEN_DIGITS = /(?<=\d)[\s\-.·—_]+(?=\d)/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** 1203 alone may be a year or a price; beside 号楼, 单元 or 室 it is a door. */
const isDoor = (words: string, label: string): boolean => {
  const number = escaped(label);
  return new RegExp(`(?:楼|栋|幢|座|单元)\\s*[-—·]?\\s*${number}(?!\\d)|(?<!\\d)${number}\\s*(?:室|房|户)`).test(words);
};

/** K9: which of phone, home number and full name these words give away; null when they may be shown to everybody. */
export function givenAway(written: string, own: OwnFacts): GivenAway | null {
  // Signs that nobody sees part no number and no name.
  const words = written.normalize('NFKC').replace(/\p{Cf}/gu, '');
  if (MOBILE.test(words.replace(BETWEEN_DIGITS, ''))) return 'phone';
  if (own.unitLabels.some((label) => isDoor(words, label))) return 'home';
  const name = own.name.trim();
  return [...name].length >= 2 && words.includes(name) ? 'name' : null;
}

/** How the author is named to everybody; who told us no name stays one of many. */
export function bylineOf(chosen: StoryByline, name: string): string {
  const masked = chosen === 'masked' ? maskName(name) : '';
  return masked === '' ? '一位业主' : masked;
}
