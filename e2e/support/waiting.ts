const PAUSE_MS = 50;
export const PATIENCE_MS = 15_000;

/**
 * Asks until there is an answer that is not null, undefined or false.
 * @throws Error that names what was waited for, after `patienceMs`
 */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>, patienceMs = PATIENCE_MS): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`waited in vain until ${what}`);
}
