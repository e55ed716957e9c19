/** Case, spaces, marks of obligation and whatever stands in brackets do not matter: `预算（万元）*` is 预算. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s_*:：-]/g, '');

/**
 * Which header carries which field; the first column that fits wins.
 * @param words spellings of each field, written as `plainHeader` leaves them
 */
export function columnsOf<F extends string>(
  header: readonly string[],
  words: Readonly<Record<F, readonly string[]>>,
): Partial<Record<F, string>> {
  const found: Partial<Record<F, string>> = {};
  for (const field of Object.keys(words) as F[]) {
    const column = header.find((name) => words[field].includes(plainHeader(name)));
    if (column !== undefined) found[field] = column;
  }
  return found;
}
