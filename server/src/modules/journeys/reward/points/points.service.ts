import { beijingDate, type RewardRules, sayReward, type ViewingKind } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { granted, keptOf, lapsed } from '../ledger/ledger.policy';
import { LedgerBook } from '../ledger/ledger-book';
import { RewardMessages } from '../reward-messages';
import { RewardRuleSets } from '../rules/reward-rules';
import { expiryOf, lastDayOf } from './point-lots.policy';
import { PointPurse } from './point-purse';

/** Points that come without a referral, and points that go because their time is over (K5). */
@Injectable()
export class PointsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
    private readonly rules: RewardRuleSets,
    private readonly messages: RewardMessages,
  ) {}

  /** For being there: once a Beijing day and project, however often somebody is checked in. */
  earnVisit({ customerId, projectId, at, kind }: Deed & { kind?: ViewingKind }): Promise<JobOutcome> {
    const key = `visit:${customerId}:${projectId}:${beijingDate(at)}`;
    return this.grant(customerId, projectId, {
      key,
      text: kind === 'event' ? '参加社区活动' : '到访售楼处',
      points: (rules) => rules.visitPoints,
    });
  }

  /** For a story that everybody may read now: once a Beijing month and project, however often somebody writes. */
  earnStory({ customerId, projectId, at }: Deed): Promise<JobOutcome> {
    const key = `story:${customerId}:${projectId}:${beijingDate(at).slice(0, 7)}`;
    return this.grant(customerId, projectId, { key, text: '分享业主故事', points: (rules) => rules.storyPoints });
  }

  /** What is still there of the lots that end at this instant is gone. */
  lapse(personId: string, expiresAt: number): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      await this.ledger.lock(tx, [personId]);
      const over = (await this.purse.lotsOf(personId, tx)).filter((lot) => lot.expiresAt === expiresAt && expiresAt <= this.clock.now());
      for (const lot of over) {
        await this.purse.drain(tx, lot.id, lot.left);
        await this.ledger.post(tx, { key: `lapse:${lot.id}`, kind: 'lapse', text: '积分到期', lines: lapsed(personId, lot.left) });
      }
      return over.length > 0 ? 'done' : 'skipped';
    });
  }

  /** Told while there is time to do something about it. */
  warn(personId: string, expiresAt: number, days: number): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const ending = (await this.purse.lotsOf(personId, tx)).filter((lot) => lot.expiresAt === expiresAt && expiresAt > this.clock.now());
      const points = ending.reduce((sum, lot) => sum + lot.left, 0);
      if (points === 0) return 'skipped';
      const hint = `还有 ${days} 天到期，可兑换礼品`;
      await this.messages.tellLapsing(tx, personId, {
        points: sayReward('points', points),
        lastDay: Date.parse(`${lastDayOf(expiresAt)}T00:00:00+08:00`),
        hint,
      });
      return 'done';
    });
  }

  /** By the rules in force, once for each key; what is owed from before is kept. */
  private grant(customerId: string, projectId: string, { key, text, points }: Grant): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const rules = await this.rules.current(projectId, tx);
      const amount = points(rules);
      if (amount === null) return 'skipped';
      await this.ledger.lock(tx, [customerId]);
      const debt = await this.ledger.debtOf(tx, customerId, 'points');
      const posted = await this.ledger.post(tx, { key, kind: 'grant', text, lines: granted(customerId, amount, debt) });
      if (!posted) return 'skipped';
      await this.purse.put(tx, customerId, amount - keptOf(amount, debt), expiryOf(this.clock.now(), rules.pointMonths));
      await this.messages.tellGranted(tx, { personId: customerId, projectId, points: amount, kept: keptOf(amount, debt), what: text });
      return 'done';
    });
  }
}

interface Deed {
  customerId: string;
  projectId: string;
  /** Epoch ms. */
  at: number;
}

interface Grant {
  key: string;
  text: string;
  points: (rules: RewardRules) => number | null;
}
