import { formatWan } from '@guihu/shared';

/** Fen of an amount typed in 万元 (`328`, `328.5`) or in 元; null for what is not an amount. */
export function fenOf(typed: string, unit: '万元' | '元'): number | null {
  const text = typed.trim().replace(/[,，\s]/g, '');
  const places = unit === '万元' ? 6 : 2;
  if (!new RegExp(`^\\d{1,9}(\\.\\d{1,${places}})?$`).test(text)) return null;
  const [whole, part = ''] = text.split('.') as [string, string?];
  // By digits: 0.1 + 0.2 is not what a cashier wants to hear.
  const fen = Number(whole + part.padEnd(places, '0'));
  return Number.isSafeInteger(fen) && fen > 0 ? fen : null;
}

/** Fen as they are typed again: `3000`, `3000.5`. */
export const yuanText = (fen: number): string => String(fen / 100);

/** A deal's worth, said while it is typed, so that a zero too many is seen. */
export const sayDeal = (fen: number): string => `成交 ${formatWan(fen)}`;

/** A whole number that was typed; null for anything else. */
export const wholeOf = (typed: string): number | null => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null);
