/** `7K2M9 QXWTD`: halves are easier to read out. */
export function spelled(code: string): string {
  if (code.length < 8) return code;
  const middle = Math.ceil(code.length / 2);
  return `${code.slice(0, middle)} ${code.slice(middle)}`;
}

/** `4:09` until it changes. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const BEFORE_END_MS = 15_000;

/** When to ask for the next code: before the shown one ends, so that nobody stands at the door with a dead one. */
export const renewInMs = (expiresAt: number, now: number): number => Math.max(1_000, expiresAt - now - BEFORE_END_MS);
