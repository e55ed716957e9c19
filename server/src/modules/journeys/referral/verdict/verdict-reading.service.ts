import type { ClaimVerdict, VerdictView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { StaffQueries } from '../../../registers/staff';
import { LeadHistory, LeadQueries } from '../../lead';
import { AppealQueries } from '../appeal/appeal.queries';
import { StaffReferralsQueries } from '../reading/staff-referrals.queries';
import { referralsWhere } from '../referral.rows';
import { ReferralAccess } from '../referral-access';
import { type Decision, type JudgedClaim, judge } from './verdict.policy';
import { VerdictBook } from './verdict-book';
import type { VerdictFacts } from './verdict-facts';
import { type Subject, VerdictFactsQueries } from './verdict-facts.queries';
import { VerdictRuleSets } from './verdict-rule-sets';
import { evidenceOf } from './verdict-words.policy';

interface PastVerdict {
  judged_at: number | string;
  rules_version: number;
  conclusion: string;
  by_id: string | null;
  facts: string;
  decision: string;
}

/** A verdict as a colleague opens it: judged at that moment, and written down whenever it came out otherwise than before. */
@Injectable()
export class VerdictReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ReferralAccess,
    private readonly leads: LeadQueries,
    private readonly history: LeadHistory,
    private readonly book: VerdictBook,
    private readonly facts: VerdictFactsQueries,
    private readonly rules: VerdictRuleSets,
    private readonly appeals: AppealQueries,
    private readonly referrals: StaffReferralsQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** @throws CodedError `referral.not-found` */
  async ofReferral(actor: StaffActor, id: string): Promise<VerdictView> {
    const row = await this.access.see(actor, id);
    if (row.friend_id) return this.view(actor, id, { projectId: row.project_id, customerId: row.friend_id });
    const { settings, version } = await this.rules.current(row.project_id);
    const facts = await this.facts.ofUnanswered(this.database.manager, row, this.clock.now());
    return this.shape(
      actor,
      id,
      { facts, decision: judge(facts, settings), judgedAt: this.clock.now(), rulesVersion: version },
      [],
      [id],
      null,
    );
  }

  /** @throws CodedError `lead.not-found` */
  async ofLead(actor: StaffActor, leadId: string): Promise<VerdictView> {
    const seen = await this.leads.one(actor, leadId);
    const subject = seen ? await this.history.subjectOf(leadId) : null;
    if (!subject) throw coded('lead.not-found');
    return this.view(actor, leadId, subject);
  }

  private async view(actor: StaffActor, subjectId: string, subject: Subject): Promise<VerdictView> {
    await this.database.transaction((tx) => this.refresh(tx, actor, subject));
    const past = await this.database.rows<PastVerdict>(
      `SELECT judged_at, rules_version, conclusion, by_id, facts, decision FROM verdicts
       WHERE customer_id = ? AND project_id = ? ORDER BY id DESC LIMIT 50`,
      [subject.customerId, subject.projectId],
    );
    const [latest] = past;
    if (!latest) throw coded('referral.not-found');
    const referrals = await referralsWhere(this.database.manager, 'r.friend_id = ? AND r.project_id = ?', [
      subject.customerId,
      subject.projectId,
    ]);
    const judged = {
      facts: JSON.parse(latest.facts) as VerdictFacts,
      decision: JSON.parse(latest.decision) as Decision,
      judgedAt: Number(latest.judged_at),
      rulesVersion: latest.rules_version,
    };
    return this.shape(
      actor,
      subjectId,
      judged,
      past,
      referrals.map((row) => row.id),
      subject,
    );
  }

  private async refresh(tx: EntityManager, actor: StaffActor, subject: Subject): Promise<void> {
    const before = await this.book.latest(tx, subject);
    const { decision } = await this.book.weigh(tx, subject, {});
    if (!before || JSON.stringify(before) !== JSON.stringify(decision))
      await this.book.judge(tx, subject, { occasion: 'asked', byId: actor.staffId });
  }

  private async shape(
    actor: StaffActor,
    subjectId: string,
    judged: { facts: VerdictFacts; decision: Decision; judgedAt: number; rulesVersion: number },
    past: readonly PastVerdict[],
    referralIds: readonly string[],
    subject: Subject | null,
  ): Promise<VerdictView> {
    const { facts, decision, judgedAt, rulesVersion } = judged;
    const [flags, appeal, people] = await Promise.all([
      this.referrals.flagsOf(referralIds),
      subject ? this.appeals.latest(actor, subject) : null,
      this.staff.byIds(past.flatMap((one) => (one.by_id ? [one.by_id] : []))),
    ]);
    const winner = decision.winner === null ? undefined : decision.claims[decision.winner];
    return {
      subjectId,
      judgedAt: new Date(judgedAt).toISOString(),
      rulesVersion,
      winner: winner ? withoutKey(winner) : null,
      claims: decision.claims.map(withoutKey),
      facts: evidenceOf(facts),
      sentences: decision.sentences,
      history: past.map((one) => ({
        judgedAt: new Date(Number(one.judged_at)).toISOString(),
        rulesVersion: one.rules_version,
        conclusion: one.conclusion,
        by: one.by_id ? (people.get(one.by_id)?.name ?? null) : null,
      })),
      flags,
      appeal,
    };
  }
}

const withoutKey = ({ key: _key, ...claim }: JudgedClaim): ClaimVerdict => claim;
