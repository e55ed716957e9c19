import { formatYuan, type LedgerEntryView } from '@guihu/shared';

export interface LedgerTransfer {
  at: string;
  text: string;
  lines: { account: string; debit: string; credit: string }[];
  /** Both sides are the same. */
  balanced: boolean;
}

const say = (amount: number, unit: LedgerEntryView['unit']): string =>
  unit === 'fen' ? formatYuan(amount) : `${amount.toLocaleString('en-US')} 积分`;

/** The lines of a ledger as transfers, oldest first: what was written together stands together, debit before credit. */
export function transfersOf(entries: readonly LedgerEntryView[]): LedgerTransfer[] {
  const groups = new Map<string, LedgerEntryView[]>();
  for (const entry of entries) {
    const key = `${entry.at}|${entry.text}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()]
    .sort(([a], [b]) => Date.parse(a?.at ?? '') - Date.parse(b?.at ?? ''))
    .map((lines) => ({
      at: (lines[0] as LedgerEntryView).at,
      text: (lines[0] as LedgerEntryView).text,
      lines: [...lines]
        .sort((a, b) => b.amount - a.amount)
        .map(({ accountLabel, amount, unit }) => ({
          account: accountLabel,
          debit: amount > 0 ? say(amount, unit) : '',
          credit: amount < 0 ? say(-amount, unit) : '',
        })),
      balanced: (['fen', 'points'] as const).every(
        (unit) => lines.filter((line) => line.unit === unit).reduce((sum, { amount }) => sum + amount, 0) === 0,
      ),
    }));
}
