/** Money is integer fen everywhere; these turn it into what people read. */

/** 328000000 → `¥3,280,000`; fen are shown only when there are any. */
export function formatYuan(fen: number): string {
  const yuan = fen / 100;
  return `¥${yuan.toLocaleString('en-US', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`;
}

/** 328000000 → `328 万`, for places where space is short; keeps one decimal when it says something. */
export function formatWan(fen: number): string {
  const wan = fen / 1_000_000;
  return `${Number(wan.toFixed(1)).toLocaleString('en-US')} 万`;
}
