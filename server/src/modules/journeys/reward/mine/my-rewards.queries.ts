import { type MyReward, type MyRewards, needsRealName, REWARD_STATUS_LABELS, type RewardTier } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { RealNames } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { LedgerBook } from '../ledger/ledger-book';
import { isGood, type Lot, lastDayOf, pointsOf } from '../points/point-lots.policy';
import { PointPurse } from '../points/point-purse';
import { REWARD_COLUMNS, type RewardRow, rewardOf } from '../reward.rows';
import { type Standing, standingOf } from '../rules/reward.policy';
import { RewardRuleSets } from '../rules/reward-rules';

const MOST_REWARDS = 100;
const MOST_ENTRIES = 50;
const DUE = ['held', 'due', 'approved'];

/** What somebody has earned, by themselves and for themselves. */
@Injectable()
export class MyRewardsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly rules: RewardRuleSets,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
    private readonly realNames: RealNames,
  ) {}

  async of(personId: string | null): Promise<MyRewards> {
    if (personId === null) return { ...NOTHING, tier: await this.tierOf(null) };
    const rows = await this.database.rows<RewardRow>(
      `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.person_id = ? ORDER BY r.id DESC LIMIT ${MOST_REWARDS}`,
      [personId],
    );
    const rewards = rows.map(rewardOf);
    const [lots, debts, entries, tier, sums] = await Promise.all([
      this.purse.lotsOf(personId),
      this.ledger.debtsOf([personId]),
      this.entries(personId),
      this.tierOf(personId),
      this.sums(personId),
    ]);
    const debt = debts.get(personId) ?? NOTHING.debt;
    const now = this.clock.now();
    return {
      ...sums,
      points: pointsOf(lots, now),
      debt: { fen: Math.max(0, debt.fen), points: Math.max(0, debt.points) },
      rewards: await this.views(rewards),
      lapsing: lapsingNext(lots, now),
      tier,
      entries,
    };
  }

  private async sums(personId: string): Promise<Pick<MyRewards, 'cashPaid' | 'cashDue' | 'feeWaiver' | 'feeWaiverDue'>> {
    const rows = await this.database.rows<{ form: string; status: string; amount: number | string; kept: number | string }>(
      `SELECT form, status, SUM(amount) AS amount, SUM(kept) AS kept FROM rewards WHERE person_id = ? AND form <> 'points'
       GROUP BY form, status`,
      [personId],
    );
    const paid = (form: string) =>
      rows.filter((r) => r.form === form && r.status === 'paid').reduce((sum, r) => sum + Number(r.amount) - Number(r.kept), 0);
    const due = (form: string) =>
      rows.filter((r) => r.form === form && DUE.includes(r.status)).reduce((sum, r) => sum + Number(r.amount), 0);
    return { cashPaid: paid('cash'), cashDue: due('cash'), feeWaiver: paid('fee-waiver'), feeWaiverDue: due('fee-waiver') };
  }

  private async views(rewards: readonly RewardRow[]): Promise<MyReward[]> {
    const names = await this.projects.names(rewards.map((r) => r.project_id));
    const unnamed = rewards.filter(({ form, status }) => needsRealName(form) && DUE.includes(status));
    const stated = await this.realNames.masked(unnamed.map((r) => r.person_id));
    const noted = await this.lastWords(rewards.filter(({ status }) => OVER.includes(status)).map(({ id }) => id));
    return rewards.map((r) => ({
      id: r.id,
      projectName: names.get(r.project_id) ?? '',
      party: r.party,
      form: r.form,
      amount: r.amount,
      status: r.status,
      statusLabel: REWARD_STATUS_LABELS[r.status],
      why: noted.get(r.id) ?? r.why,
      at: new Date(r.updated_at).toISOString(),
      needsRealName: unnamed.includes(r) && !stated.has(r.person_id),
    }));
  }

  /** Why those that ended did. */
  private async lastWords(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ reward_id: string; text: string }>(
      `SELECT e.reward_id, e.text FROM rewards r JOIN reward_events e ON e.reward_id = r.id AND e.seq = r.last_seq
       WHERE r.id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return new Map(rows.map((row) => [row.reward_id, row.text]));
  }

  /** Points that came and went, newest first. */
  private async entries(personId: string): Promise<MyRewards['entries']> {
    const rows = await this.database.rows<{ at: number | string; text: string; amount: number | string }>(
      `SELECT t.at, t.text, e.amount FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
       WHERE e.person_id = ? AND e.account = 'points' ORDER BY e.transfer_id DESC LIMIT ${MOST_ENTRIES}`,
      [personId],
    );
    return rows.map(({ at, text, amount }) => ({ at: new Date(Number(at)).toISOString(), text, points: -Number(amount) }));
  }

  /** Of the projects whose rules know tiers, the one where this person stands highest; the first one for somebody without a deal. */
  private async tierOf(personId: string | null): Promise<Standing> {
    const deals = new Map<string, number>();
    if (personId !== null) {
      const rows = await this.database.rows<{ project_id: string; deals: number | string }>(
        `SELECT project_id, COUNT(*) AS deals FROM rewarded_referrals
         WHERE referrer_id = ? AND signed_at IS NOT NULL AND ended_at IS NULL GROUP BY project_id`,
        [personId],
      );
      for (const row of rows) deals.set(row.project_id, Number(row.deals));
    }
    const best = [...deals].sort((a, b) => b[1] - a[1])[0];
    return standingOf(best?.[1] ?? 0, best ? (await this.rules.current(best[0])).tiers : await this.firstTiers());
  }

  private async firstTiers(): Promise<RewardTier[]> {
    for (const { id } of (await this.projects.list()).items) {
      const { tiers } = await this.rules.current(id);
      if (tiers.length > 0) return tiers;
    }
    return [];
  }
}

const OVER: readonly string[] = ['refused', 'reversed', 'clawed-back'];

const NOTHING = {
  cashPaid: 0,
  cashDue: 0,
  feeWaiver: 0,
  feeWaiverDue: 0,
  points: 0,
  debt: { fen: 0, points: 0 },
  rewards: [],
  lapsing: null,
  entries: [],
} satisfies Omit<MyRewards, 'tier'>;

function lapsingNext(lots: readonly Lot[], now: number): MyRewards['lapsing'] {
  const ends = lots.filter((lot) => isGood(lot, now) && lot.expiresAt !== null) as (Lot & { expiresAt: number })[];
  if (ends.length === 0) return null;
  const next = Math.min(...ends.map((lot) => lot.expiresAt));
  const points = ends.filter((lot) => lot.expiresAt === next).reduce((sum, lot) => sum + lot.left, 0);
  return { points, on: lastDayOf(next) };
}
