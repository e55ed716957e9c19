import { APPEAL_TRANSITIONS, type AppealJudgement, type AppealRequest, type AppealStatus, allows } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, select } from '../../../../platform/database/database';
import type { Actor, StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { UploadRegister } from '../../../registers/upload';
import { LeadHistory, LeadQueries } from '../../lead';
import { lockReferrals, referralSubject, verdictPage, writeReferralEvent } from '../referral.rows';
import { ReferralAccess } from '../referral-access';
import { ReferralMessages } from '../referral-messages';
import { VerdictBook } from '../verdict/verdict-book';
import type { Subject } from '../verdict/verdict-facts.queries';
import { appealSubject, isOwn, MOST_APPEALS, mayAppeal } from './appeal.policy';
import { Overturning } from './overturning';

interface AppealRow {
  id: string;
  project_id: string;
  customer_id: string;
  referral_id: string | null;
  lead_id: string | null;
  status: AppealStatus;
  account_id: string;
  by_customer_id: string | null;
  by_staff_id: string | null;
}

/** Somebody does not accept a verdict, and a manager who is somebody else judges again. */
@Injectable()
export class AppealService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly leads: LeadQueries,
    private readonly history: LeadHistory,
    private readonly access: ReferralAccess,
    private readonly uploads: UploadRegister,
    private readonly verdicts: VerdictBook,
    private readonly overturning: Overturning,
    private readonly messages: ReferralMessages,
    private readonly audit: Audit,
  ) {}

  /** @throws CodedError `referral.not-found`, `appeal.not-allowed`, `appeal.already-open`, `upload.*` */
  ofReferrer(actor: Actor, referralId: string, request: AppealRequest): Promise<{ id: string; status: 'open' }> {
    return this.open(async (tx) => {
      const [row] = await lockReferrals(tx, 'r.id = ? AND r.referrer_id = ?', [referralId, actor.customerId]);
      if (!row) throw coded('referral.not-found');
      const earlier = await select(tx, 'SELECT id FROM appeals WHERE referral_id = ?', [row.id]);
      if (!row.friend_id || !mayAppeal(row, earlier.length)) throw coded('appeal.not-allowed', notAllowed(earlier.length));
      const subject = { projectId: row.project_id, customerId: row.friend_id };
      const id = await this.write(tx, actor, subject, { referralId: row.id, leadId: null }, request);
      await writeReferralEvent(tx, row.id, this.clock.now(), 'appealed', null, { appealId: id });
      return id;
    });
  }

  /** A colleague for the customer they serve. @throws CodedError `lead.not-found`, `appeal.already-open`, `appeal.not-allowed` */
  async ofColleague(actor: StaffActor, leadId: string, request: AppealRequest): Promise<{ id: string; status: 'open' }> {
    if (!(await this.leads.one(actor, leadId))) throw coded('lead.not-found');
    return this.open(async (tx) => {
      const subject = await this.history.subjectOf(leadId, tx);
      if (!subject) throw coded('lead.not-found');
      const earlier = await select(tx, 'SELECT id FROM appeals WHERE lead_id = ?', [leadId]);
      if (earlier.length >= MOST_APPEALS) throw coded('appeal.not-allowed', notAllowed(earlier.length));
      return this.write(tx, actor, subject, { referralId: null, leadId }, request);
    });
  }

  /**
   * @throws CodedError `appeal.not-found`, `appeal.state-conflict`, `permission.denied` for one's own and for a claim that
   * one has a part in, `request.invalid` for a winner that is none
   */
  judge(
    actor: StaffActor,
    id: string,
    { outcome, answer, winner, judgedAt }: AppealJudgement,
  ): Promise<{ id: string; status: AppealStatus }> {
    return this.database.useCase(async (tx) => {
      const [appeal] = await select<AppealRow>(
        tx,
        'SELECT id, project_id, customer_id, referral_id, lead_id, status, account_id, by_customer_id, by_staff_id FROM appeals WHERE id = ?',
        [id],
      );
      if (!appeal) throw coded('appeal.not-found');
      if (actor.scope.kind !== 'group' && !actor.projectIds.includes(appeal.project_id)) throw coded('appeal.not-found');
      if (isOwn(actor, appeal)) throw coded('permission.denied', '自己提出的申诉需由其他经理复核');
      await this.access.requireNoPart(tx, actor, { projectId: appeal.project_id, friendId: appeal.customer_id });
      if (!allows(APPEAL_TRANSITIONS, appeal.status, outcome === 'upheld' ? 'uphold' : 'overturn')) throw coded('appeal.state-conflict');
      const now = this.clock.now();
      const changed = await execute(
        tx,
        `UPDATE appeals SET status = ?, answer = ?, answered_by_id = ?, answered_at = ?, open_key = NULL WHERE id = ? AND status = 'open'`,
        [outcome, answer, actor.staffId, now, id],
      );
      if (changed === 0) throw coded('appeal.state-conflict');
      const subject = { projectId: appeal.project_id, customerId: appeal.customer_id };
      if (outcome === 'overturned')
        await this.overturning.overturn(tx, actor, subject, { place: winner, appellant: appeal.referral_id, judgedAt });
      await this.audit.record(tx, actor.staffId, `appeal.${outcome}`, appealSubject(id));
      if (appeal.referral_id) await this.tellReferrer(tx, actor, appeal.referral_id, outcome, now);
      return { id, status: outcome };
    });
  }

  private async open(f: (tx: EntityManager) => Promise<string>): Promise<{ id: string; status: 'open' }> {
    try {
      return await this.database.useCase(async (tx) => ({ id: await f(tx), status: 'open' as const }));
    } catch (error) {
      throw isDuplicate(error) ? coded('appeal.already-open') : error;
    }
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    subject: Subject,
    of: { referralId: string | null; leadId: string | null },
    request: AppealRequest,
  ): Promise<string> {
    const now = this.clock.now();
    const [standing] = await select<{ id: string }>(
      tx,
      'SELECT id FROM verdicts WHERE customer_id = ? AND project_id = ? ORDER BY id DESC LIMIT 1',
      [subject.customerId, subject.projectId],
    );
    const verdictId = standing?.id ?? (await this.verdicts.judge(tx, subject, { occasion: 'asked', byId: actor.staffId })).verdictId;
    const id = newId();
    const openKey = of.referralId ? referralSubject(of.referralId) : `lead:${of.leadId}`;
    await insertRows(tx, 'appeals', [
      {
        id,
        project_id: subject.projectId,
        customer_id: subject.customerId,
        referral_id: of.referralId,
        lead_id: of.leadId,
        verdict_id: verdictId,
        status: 'open',
        reason: request.reason,
        account_id: actor.accountId,
        by_customer_id: of.referralId ? actor.customerId : null,
        by_staff_id: of.leadId ? actor.staffId : null,
        created_at: now,
        open_key: openKey,
      },
    ]);
    if (request.uploadIds.length > 0) await this.uploads.attach(tx, actor, request.uploadIds, appealSubject(id), 'report');
    const page = verdictPage(of.referralId ? { referralId: of.referralId } : { leadId: of.leadId as string });
    await this.messages.toManagers(
      tx,
      { projectId: subject.projectId, subject: openKey, page },
      { what: '归属申诉待复核', at: now, hint: '请查看证据后作出复核' },
    );
    return id;
  }

  private async tellReferrer(tx: EntityManager, actor: StaffActor, referralId: string, outcome: AppealStatus, at: number): Promise<void> {
    const [row] = await lockReferrals(tx, 'r.id = ?', [referralId]);
    if (!row) return;
    await writeReferralEvent(tx, referralId, at, 'appeal-judged', actor.staffId, { outcome });
    const words: Readonly<Record<AppealStatus, string>> = {
      open: '',
      upheld: '申诉已复核，维持原判',
      overturned: '申诉已复核，结果已更新',
    };
    await this.messages.toReferrer(tx, row, { status: '申诉结果', at, note: words[outcome] });
  }
}

const notAllowed = (earlier: number): string | undefined => (earlier >= MOST_APPEALS ? `每条推荐最多申诉 ${MOST_APPEALS} 次` : undefined);
