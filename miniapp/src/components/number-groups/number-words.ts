import { sayDuration } from '@guihu/shared';

export type Unit = '分钟' | '%' | '次' | '天' | '小时' | '星' | '组' | '人';

/** A whole number that people may set. */
export interface NumberField<K extends string> {
  key: K;
  label: string;
  unit: Unit;
}

export interface NumberGroup<K extends string> {
  title: string;
  fields: readonly NumberField<K>[];
}

export const numberField = <K extends string>(key: K, label: string, unit: Unit): NumberField<K> => ({ key, label, unit });

/** `2 小时`, `80%`, `3 次`. */
export function sayNumber(value: number, unit: Unit): string {
  if (unit === '分钟') return value > 0 ? sayDuration(value * 60_000) : '0 分钟';
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}

/** A whole number that was typed; null for anything else. The server knows how large it may be. */
export const numberOf = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);
