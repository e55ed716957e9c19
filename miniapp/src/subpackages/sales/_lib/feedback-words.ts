/** Keys in words, in the dictionary's order; what the dictionary does not know is left out. */
export const labelsOf = (dictionary: Readonly<Record<string, string>>, keys: readonly string[]): string =>
  Object.entries(dictionary)
    .filter(([key]) => keys.includes(key))
    .map(([, label]) => label)
    .join('、');
