import type { RewardForm } from '@guihu/shared';

export type Unit = 'fen' | 'points';

/** Where value comes from, lies and goes to. Those of one person carry the person. */
export const ACCOUNTS = {
  'reward-expense': { label: '奖励费用', personal: false },
  'points-issued': { label: '积分发行', personal: false },
  held: { label: '待释放', personal: true },
  payable: { label: '应付', personal: true },
  'cash-out': { label: '已付现金', personal: true },
  'fee-waiver': { label: '已抵物业费', personal: true },
  points: { label: '可用积分', personal: true },
  redeemed: { label: '积分兑换', personal: true },
  lapsed: { label: '积分过期', personal: true },
  receivable: { label: '待追回', personal: true },
} as const satisfies Record<string, { label: string; personal: boolean }>;
export type Account = keyof typeof ACCOUNTS;

export type TransferKind =
  | 'earn'
  | 'release'
  | 'refuse'
  | 'pay'
  | 'reverse'
  | 'claw-back'
  | 'grant'
  | 'redeem'
  | 'return'
  | 'lapse'
  | 'merge';

/** Positive is a debit, negative a credit. */
export interface Line {
  account: Account;
  personId: string | null;
  unit: Unit;
  amount: number;
}

export interface Worth {
  personId: string;
  form: RewardForm;
  /** Fen or points. */
  amount: number;
}

export const unitOf = (form: RewardForm): Unit => (form === 'points' ? 'points' : 'fen');

/** What somebody is given is a cost, held for them. */
export const earned = (w: Worth): Line[] => linesOf(w, { [costOf(w.form)]: w.amount, held: -w.amount });

export const released = (w: Worth): Line[] => linesOf(w, { held: w.amount, payable: -w.amount });

/** What is owed from before is kept, the rest leaves. */
export function paid(w: Worth, debt: number): Line[] {
  const kept = keptOf(w.amount, debt);
  return linesOf(w, { payable: w.amount, [PAID_TO[w.form]]: kept - w.amount, receivable: -kept });
}

/** Not paid yet: nothing but the promise is taken back. */
export const takenBack = (w: Worth, from: 'held' | 'payable'): Line[] => linesOf(w, { [from]: w.amount, [costOf(w.form)]: -w.amount });

/** Paid already: points as far as they are there; the rest, and all money, becomes a debt. */
export function clawedBack(w: Worth, pointsLeft: number): Line[] {
  const points = w.form === 'points' ? Math.min(w.amount, pointsLeft) : 0;
  return linesOf(w, { points, receivable: w.amount - points, [costOf(w.form)]: -w.amount });
}

/** Points without a reward behind them, such as those for a visit. */
export function granted(personId: string, points: number, debt: number): Line[] {
  const kept = keptOf(points, debt);
  return linesOf({ personId, form: 'points' }, { 'points-issued': points, points: kept - points, receivable: -kept });
}

export const redeemed = (personId: string, points: number): Line[] => linesOf({ personId, form: 'points' }, { points, redeemed: -points });

/** Points of a gift that comes back: what is owed from before is kept, as of any points that come in. */
export function returned(personId: string, points: number, debt: number): Line[] {
  const kept = keptOf(points, debt);
  return linesOf({ personId, form: 'points' }, { points: kept - points, receivable: -kept, redeemed: points });
}

export const lapsed = (personId: string, points: number): Line[] => linesOf({ personId, form: 'points' }, { points, lapsed: -points });

/** Points that are there go against what is owed. */
export const offset = (personId: string, points: number): Line[] => linesOf({ personId, form: 'points' }, { points, receivable: -points });

/** How much of an amount goes against a debt. */
export const keptOf = (amount: number, debt: number): number => Math.min(amount, Math.max(0, debt));

/** What is wrong with the lines of a transfer, in words for a developer; empty when it may be written. */
export function faultsOfTransfer(lines: readonly Line[]): string[] {
  const faults: string[] = [];
  if (lines.length < 2) faults.push('a transfer has two lines or more');
  for (const { account, personId, amount } of lines) {
    if (!Number.isSafeInteger(amount) || amount === 0) faults.push(`${account} moves ${amount}`);
    if (ACCOUNTS[account].personal !== (personId !== null)) faults.push(`${account} ${personId === null ? 'lacks' : 'has'} a person`);
  }
  for (const unit of ['fen', 'points'] as const) {
    const sum = sumOf(lines.filter((line) => line.unit === unit));
    if (sum !== 0) faults.push(`${unit} are off by ${sum}`);
  }
  return faults;
}

export const sumOf = (lines: readonly Pick<Line, 'amount'>[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

const PAID_TO = { cash: 'cash-out', points: 'points', 'fee-waiver': 'fee-waiver' } as const satisfies Record<RewardForm, Account>;

const costOf = (form: RewardForm): Account => (form === 'points' ? 'points-issued' : 'reward-expense');

const linesOf = ({ personId, form }: Pick<Worth, 'personId' | 'form'>, moves: Partial<Record<Account, number>>): Line[] =>
  (Object.entries(moves) as [Account, number][])
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => ({ account, personId: ACCOUNTS[account].personal ? personId : null, unit: unitOf(form), amount }));
