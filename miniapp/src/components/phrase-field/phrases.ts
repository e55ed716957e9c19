const JOINT = '，';

/** The phrases that stand in a text. */
export function phrasesIn(text: string, phrases: readonly string[]): string[] {
  const parts = text.split(JOINT);
  return phrases.filter((phrase) => parts.includes(phrase) || text === phrase || text.includes(phrase));
}

/** Puts a phrase at the end of a text, or takes it out again; what else was written stays. */
export function togglePhrase(text: string, phrase: string): string {
  if (!text.includes(phrase)) return text.trim() ? `${text.trim().replace(/[，。；、]$/, '')}${JOINT}${phrase}` : phrase;
  return text
    .replace(phrase, '')
    .split(JOINT)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(JOINT);
}
