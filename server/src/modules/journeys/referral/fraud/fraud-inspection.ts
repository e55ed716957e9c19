import { FRAUD_SIGNS, type FraudSign, maskName } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, marks, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { CustomerNumbers, CustomerRegister, RealNameRefused, RealNames } from '../../../registers/customer';
import { StaffQueries } from '../../../registers/staff';
import { LeadHistory } from '../../lead';
import { lockReferrals, type ReferralRow, referralSubject, staffPage, writeReferralEvent } from '../referral.rows';
import { ReferralMessages } from '../referral-messages';
import { ReferrerTies } from '../verdict/referrer-ties.queries';
import { type FraudFacts, signsOf } from './fraud.policy';

const DAY_MS = 24 * 3_600_000;
const LATELY_MS = 30 * DAY_MS;
const MOST_LATELY = 200;

/** Looks at a referral, raises what a person should look at, and tells the managers. It refuses nothing. */
@Injectable()
export class FraudInspection {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly numbers: CustomerNumbers,
    private readonly staff: StaffQueries,
    private readonly leads: LeadHistory,
    private readonly ties: ReferrerTies,
    private readonly messages: ReferralMessages,
    private readonly realNames: RealNames,
    database: Database,
    events: DomainEvents,
  ) {
    events.on(RealNameRefused, 'referral', ({ customerId }) => database.transaction((tx) => this.inspectLatest(tx, customerId)));
  }

  /** Of each project the newest referral in which this customer has a part: one place to look at, not one for each friend. */
  private async inspectLatest(tx: EntityManager, customerId: string): Promise<JobOutcome> {
    const newest = '(SELECT MAX(n.id) FROM referrals n WHERE n.referrer_id = ? OR n.friend_id = ? GROUP BY n.project_id)';
    const rows = await lockReferrals(tx, `r.id IN ${newest}`, [customerId, customerId]);
    for (const row of rows) await this.inspect(tx, row);
    return rows.length > 0 ? 'done' : 'skipped';
  }

  async inspect(tx: EntityManager, row: ReferralRow): Promise<void> {
    const now = this.clock.now();
    const known = await select<{ sign: string }>(tx, 'SELECT sign FROM fraud_flags WHERE referral_id = ?', [row.id]);
    const signs = signsOf(await this.factsOf(tx, row));
    const fresh = signs.filter(({ sign }) => !known.some((flag) => flag.sign === sign));
    const relatives = row.agreed_at === null ? undefined : signs.find(({ sign }) => sign === 'declared-relative');
    if (relatives && !fresh.includes(relatives)) await this.addFriendSide(tx, row, relatives.evidence, now);
    for (const { sign, evidence } of fresh) {
      const flag = { id: newId(), project_id: row.project_id, referral_id: row.id, sign, evidence: JSON.stringify(evidence), at: now };
      await insertRows(tx, 'fraud_flags', [{ ...flag, status: 'open', flag_key: `${row.id}:${sign}` }]);
      await this.tell(tx, row, sign, now);
    }
  }

  private async tell(tx: EntityManager, row: ReferralRow, sign: FraudSign, at: number): Promise<void> {
    await writeReferralEvent(tx, row.id, at, 'flagged', null, { sign });
    const about = { projectId: row.project_id, subject: referralSubject(row.id), page: staffPage(row.id) };
    await this.messages.toManagers(tx, about, { what: FRAUD_SIGNS[sign], at, hint: '请核实后填写处理意见' });
  }

  /**
   * The referrer's side was raised at the registration; the friend's is known to staff from their yes on. Whoever had cleared it had
   * looked at less than that, so that it is raised again; what they found stays in the history.
   */
  private async addFriendSide(tx: EntityManager, row: ReferralRow, evidence: readonly string[], now: number): Promise<void> {
    const [text, key] = [JSON.stringify(evidence), `${row.id}:declared-relative`];
    await execute(tx, `UPDATE fraud_flags SET evidence = ? WHERE flag_key = ? AND status = 'open'`, [text, key]);
    const raised = await execute(
      tx,
      `UPDATE fraud_flags SET evidence = ?, status = 'open', at = ?, note = NULL, looked_by_id = NULL, looked_at = NULL
       WHERE flag_key = ? AND status = 'cleared' AND evidence <> ?`,
      [text, now, key, text],
    );
    if (raised > 0) await this.tell(tx, row, 'declared-relative', now);
  }

  private async factsOf(tx: EntityManager, row: ReferralRow): Promise<FraudFacts> {
    const ties = await this.ties.of(row, tx);
    const [day] = row.account_id
      ? await select<{ many: number | string }>(
          tx,
          'SELECT COUNT(*) AS many FROM referrals WHERE account_id = ? AND registered_at > ? AND registered_at <= ?',
          [row.account_id, row.registered_at - DAY_MS, row.registered_at],
        )
      : [];
    const lately = await select<{ phone_sealed: string }>(
      tx,
      `SELECT phone_sealed FROM referrals WHERE referrer_id = ? AND registered_at > ? ORDER BY id DESC LIMIT ${MOST_LATELY}`,
      [row.referrer_id, row.registered_at - LATELY_MS],
    );
    const round = await this.customers.briefs(ties.round, tx);
    return {
      registeredInADay: Number(day?.many ?? 0),
      phones: lately.map(({ phone_sealed }) => this.cipher.decrypt(phone_sealed)),
      phone: this.cipher.decrypt(row.phone_sealed),
      self: ties.self,
      staffName: ties.staffName,
      household: ties.household,
      sharedIdCard: await this.sharedIdCard(tx, row),
      round: ties.round.map((id) => maskName(round.get(id)?.name ?? '客户')),
      relatives: await this.relativesOf(tx, row),
    };
  }

  private async sharedIdCard(tx: EntityManager, row: ReferralRow): Promise<FraudFacts['sharedIdCard']> {
    const friend = row.agreed_at !== null && row.friend_id !== null && (await this.realNames.wasRefused(row.friend_id, tx));
    const referrer = await this.realNames.wasRefused(row.referrer_id, tx);
    return [...(referrer ? (['referrer'] as const) : []), ...(friend ? (['friend'] as const) : [])];
  }

  private async relativesOf(tx: EntityManager, row: ReferralRow): Promise<FraudFacts['relatives']> {
    const referrer = await this.numbers.indicesOf(row.referrer_id, tx);
    const asked = [...(row.agreed_at === null ? [] : [row.phone_index]), ...referrer];
    const rows = await select<{ staff_id: string; relation: string; phone_index: string }>(
      tx,
      `SELECT staff_id, relation, phone_index FROM declared_relatives WHERE phone_index IN ${marks(asked.length)} AND removed_at IS NULL ORDER BY id`,
      asked,
    );
    if (rows.length === 0) return [];
    const [people, lead] = await Promise.all([
      this.staff.byIds(
        rows.map((r) => r.staff_id),
        tx,
      ),
      row.lead_id ? this.leads.subjectOf(row.lead_id, tx) : null,
    ]);
    return rows.map((r) => ({
      who: r.phone_index === row.phone_index ? ('friend' as const) : ('referrer' as const),
      staffName: people.get(r.staff_id)?.name ?? '同事',
      relation: r.relation,
      serves: lead?.ownerId === r.staff_id,
    }));
  }
}
