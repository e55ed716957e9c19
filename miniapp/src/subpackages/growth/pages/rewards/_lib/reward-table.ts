import { beijingClock, beijingDate, type Page, REWARD_FORMS, REWARD_STATUS_LABELS, type RewardVerb, type StaffReward } from '@guihu/shared';
import type { TextTable } from '@/platform/table-text';

const MOMENT = (iso: string | null): string => (iso ? `${beijingDate(Date.parse(iso))} ${beijingClock(Date.parse(iso))}` : '');

/** What finance takes along: one line a reward; money in yuan, so that a spreadsheet can add it up. */
export function rewardTable(rewards: readonly StaffReward[]): TextTable {
  return {
    head: ['受奖人', '手机号', '楼盘', '形式', '数额', '单位', '状态', '规则', '原因', '产生时间', '挂账到', '编号'],
    rows: rewards.map((reward) => [
      reward.person.name,
      reward.person.phoneMasked,
      reward.projectName,
      REWARD_FORMS[reward.form],
      reward.form === 'points' ? reward.amount : reward.amount / 100,
      reward.form === 'points' ? '积分' : '元',
      REWARD_STATUS_LABELS[reward.status],
      reward.ruleName,
      reward.why,
      MOMENT(reward.createdAt),
      MOMENT(reward.heldUntil),
      reward.id,
    ]),
  };
}

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

/** All of a list, however many pages it has; an export that stops at the first page would be believed. */
export async function everyPage<T>(fetchPage: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await fetchPage(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
