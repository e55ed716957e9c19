/** What a `Range` header asks of a file: a part of it, the whole, or what lies outside. */
export type AskedRange = { start: number; end: number } | 'whole' | 'outside';

/** One range of bytes (RFC 9110 §14); several ranges, and what cannot be read, get the whole file, as the RFC allows. */
export function askedRange(header: string | undefined, size: number): AskedRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || match[0] === 'bytes=-') return 'whole';
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  // `-n` asks for the last n bytes.
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start >= size || start > end ? 'outside' : { start, end };
}
