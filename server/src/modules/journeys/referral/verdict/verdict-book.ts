import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { execute, insertRows, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { StaffQueries } from '../../../registers/staff';
import { ReferralJudged } from '../referral.events';
import { lockReferrals, type ReferralRow, referralSubject, writeReferralEvent } from '../referral.rows';
import type { Verdict } from './verdict.entity';
import { type Decision, judge } from './verdict.policy';
import type { VerdictFacts } from './verdict-facts';
import { type Subject, VerdictFactsQueries } from './verdict-facts.queries';
import { VerdictRuleSets } from './verdict-rule-sets';
import { whyForReferrer } from './verdict-words.policy';

export interface Judged {
  verdictId: string;
  facts: VerdictFacts;
  decision: Decision;
  rulesVersion: number;
}

export interface Asked {
  occasion: Verdict['occasion'];
  /** The colleague who asked, or who decided an appeal. */
  byId?: string | null;
  /** A deal that is being made by this very verb. */
  dealAt?: number;
  /** The claim that a manager gives the customer to. */
  decidedKey?: string;
}

/** Judges and writes the judgement down. Earlier ones stay as they were; the referrals concerned learn how they stand. */
@Injectable()
export class VerdictBook {
  constructor(
    private readonly clock: Clock,
    private readonly rules: VerdictRuleSets,
    private readonly facts: VerdictFactsQueries,
    private readonly staff: StaffQueries,
    private readonly events: DomainEvents,
  ) {}

  async judge(tx: EntityManager, subject: Subject, asked: Asked): Promise<Judged> {
    const { facts, decision, rulesVersion: version } = await this.weigh(tx, subject, asked);
    const now = this.clock.now();
    const verdictId = newId();
    await insertRows(tx, 'verdicts', [
      {
        id: verdictId,
        project_id: subject.projectId,
        customer_id: subject.customerId,
        judged_at: now,
        rules_version: version,
        occasion: asked.occasion,
        by_id: asked.byId ?? null,
        facts,
        decision,
        conclusion: decision.conclusion,
      },
    ]);
    await this.tellStandings(tx, subject, decision, now);
    return { verdictId, facts, decision, rulesVersion: version };
  }

  /** Judges and writes nothing. */
  async weigh(tx: EntityManager, subject: Subject, asked: Omit<Asked, 'occasion'>): Promise<Omit<Judged, 'verdictId'>> {
    const now = this.clock.now();
    const { settings, version } = await this.rules.current(subject.projectId, tx);
    const gathered = await this.facts.of(tx, subject, now);
    const decided = asked.decidedKey
      ? { key: asked.decidedKey, by: await this.managerName(tx, asked.byId), at: now }
      : await this.decidedBefore(tx, subject);
    const claims = asked.dealAt === undefined ? await this.asDealt(tx, subject, gathered) : gathered.claims;
    const facts = { ...gathered, claims, dealAt: asked.dealAt ?? gathered.dealAt, decided };
    return { facts, decision: judge(facts, settings), rulesVersion: version };
  }

  /** The decision that stands; null before anything was judged. */
  async latest(tx: EntityManager, { customerId, projectId }: Subject): Promise<Decision | null> {
    const [row] = await select<{ decision: string }>(
      tx,
      'SELECT decision FROM verdicts WHERE customer_id = ? AND project_id = ? ORDER BY id DESC LIMIT 1',
      [customerId, projectId],
    );
    return row ? (JSON.parse(row.decision) as Decision) : null;
  }

  /** When the decision that stands was made, epoch ms. */
  async judgedAt(tx: EntityManager, { customerId, projectId }: Subject): Promise<number | null> {
    const [row] = await select<{ judged_at: number | string }>(
      tx,
      'SELECT judged_at FROM verdicts WHERE customer_id = ? AND project_id = ? ORDER BY id DESC LIMIT 1',
      [customerId, projectId],
    );
    return row ? Number(row.judged_at) : null;
  }

  /** Each referral of the friend learns what became of its claim. Where that changed, its history says so. */
  private async tellStandings(tx: EntityManager, { customerId, projectId }: Subject, decision: Decision, now: number): Promise<void> {
    const rows = await lockReferrals(tx, 'r.friend_id = ? AND r.project_id = ?', [customerId, projectId]);
    for (const row of rows) {
      const claim = decision.claims.find((c) => c.key === claimKey(row));
      if (!claim) continue;
      const why = whyForReferrer(decision, claim);
      if (row.standing === claim.outcome && row.standing_why === why) continue;
      await execute(tx, 'UPDATE referrals SET standing = ?, standing_why = ?, updated_at = ? WHERE id = ?', [
        claim.outcome,
        why,
        now,
        row.id,
      ]);
      if (row.standing === claim.outcome) continue;
      await writeReferralEvent(tx, row.id, now, 'judged', null, { outcome: claim.outcome });
      const judged = { referralId: row.id, referrerId: row.referrer_id, friendId: row.friend_id };
      await this.events.publish(tx, ReferralJudged, judged, referralSubject(row.id));
    }
  }

  /** What referrers are to us and to the friend is looked at when the deal is made: what they become later takes no deal from them. */
  private async asDealt(
    tx: EntityManager,
    { customerId, projectId }: Subject,
    { claims, dealAt }: VerdictFacts,
  ): Promise<VerdictFacts['claims']> {
    if (dealAt === null) return claims;
    const [row] = await select<{ facts: string }>(
      tx,
      'SELECT facts FROM verdicts WHERE customer_id = ? AND project_id = ? AND judged_at >= ? ORDER BY id LIMIT 1',
      [customerId, projectId, dealAt],
    );
    const dealt = new Map(row ? (JSON.parse(row.facts) as VerdictFacts).claims.map((claim) => [claim.key, claim.referral?.referrer]) : []);
    return claims.map((claim) => {
      const referrer = dealt.get(claim.key);
      return claim.referral && referrer ? { ...claim, referral: { ...claim.referral, referrer } } : claim;
    });
  }

  /** What a manager decided last stands until another appeal. */
  private async decidedBefore(tx: EntityManager, { customerId, projectId }: Subject): Promise<VerdictFacts['decided']> {
    const [row] = await select<{ facts: string }>(
      tx,
      `SELECT facts FROM verdicts WHERE customer_id = ? AND project_id = ? AND occasion = 'appeal' ORDER BY id DESC LIMIT 1`,
      [customerId, projectId],
    );
    return row ? (JSON.parse(row.facts) as VerdictFacts).decided : null;
  }

  private async managerName(tx: EntityManager, staffId: string | null | undefined): Promise<string> {
    const name = staffId ? (await this.staff.byIds([staffId], tx)).get(staffId)?.name : undefined;
    return name ?? '销售经理';
  }
}

export const claimKey = (row: Pick<ReferralRow, 'id'>): string => `referral:${row.id}`;
