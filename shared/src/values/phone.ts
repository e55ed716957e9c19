/**
 * Masks an E.164 number for people who need not know it: `+8613812345678` → `138****5678`.
 * Numbers of other countries keep their calling code: `+85261234567` → `+852 ****4567`.
 */
export function maskPhone(e164: string): string {
  const mainland = /^\+86(\d{3})\d{4}(\d{4})$/.exec(e164);
  if (mainland) return `${mainland[1]}****${mainland[2]}`;
  const last = e164.slice(-4);
  return `${e164.slice(0, Math.max(2, Math.min(4, e164.length - 8)))} ****${last}`;
}
