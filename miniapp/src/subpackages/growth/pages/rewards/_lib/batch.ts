import type { RewardVerb, StaffReward } from '@guihu/shared';

export interface BatchOutcome {
  done: number;
  /** Whose it was, and why it could not be done. */
  failed: { name: string; why: string }[];
}

/** The same verb on several rewards, one after another: one that is refused holds up nobody else. */
export async function forEach(
  rewards: readonly StaffReward[],
  verb: (reward: StaffReward) => Promise<unknown>,
  sentenceOf: (failure: unknown) => string,
): Promise<BatchOutcome> {
  const outcome: BatchOutcome = { done: 0, failed: [] };
  for (const reward of rewards) {
    try {
      await verb(reward);
      outcome.done += 1;
    } catch (failure) {
      outcome.failed.push({ name: reward.person.name, why: sentenceOf(failure) });
    }
  }
  return outcome;
}

/** Those among the chosen that allow the verb. */
export const allowing = (rewards: readonly StaffReward[], chosen: ReadonlySet<string>, verb: RewardVerb): StaffReward[] =>
  rewards.filter(({ id, allowed }) => chosen.has(id) && allowed.includes(verb));
