/** A lead that somebody of the house served in the past, as far as they still work here. */
export interface PastService {
  projectId: string;
  staffId: string;
  won: boolean;
  /** Epoch ms: when it ended, else when it was taken. */
  at: number;
}

/** K10: whom an owner is led back to. This project comes before others, who sold before who only served, the latest first. */
export function formerAgent(past: readonly PastService[], projectId: string): string | null {
  const weight = (each: PastService): number => (each.projectId === projectId ? 2 : 0) + (each.won ? 1 : 0);
  const [best] = [...past].sort((a, b) => weight(b) - weight(a) || b.at - a.at);
  return best?.staffId ?? null;
}
