/** Masks a person's name for people who need not know it: 陈玉兰 → 陈**, 李雷 → 李*. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()];
  return first === undefined ? '' : first + '*'.repeat(Math.max(1, Math.min(2, rest.length)));
}
