import { coded } from './coded-error';

type Part = string | number;

/** Opaque position in a list: the sort values of the last item. */
export function encodeCursor(parts: readonly Part[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws CodedError `request.invalid` for a cursor that no list gave. */
export function decodeCursor(cursor: string): Part[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length > 0 && parts.every((p) => typeof p === 'string' || Number.isFinite(p))) return parts as Part[];
  } catch {
    // falls through to the refusal below
  }
  throw coded('request.invalid', '翻页位置无效，请从第一页重新打开', [
    { field: 'cursor', code: 'cursor', message: '翻页位置无效，请从第一页重新打开' },
  ]);
}
