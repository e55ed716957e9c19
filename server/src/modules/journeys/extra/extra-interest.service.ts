import { beijingDate, EXTRA_CONSENT, EXTRA_INTEREST_TRANSITIONS, type ExtraInterestChange, type ExtraInterestStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, marks, select } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import type { JobOutcome } from '../../../platform/jobs/job-registry';
import { HomeRegister } from '../../registers/home';
import { isOnShow } from './extra.policy';
import { type ExtraRow, extraSubject, findExtra, moveInterest, showTimeOf } from './extra.rows';
import { ExtraMessages } from './extra-messages';

interface Asked {
  id: string;
  status: ExtraInterestStatus;
}

/** An owner's own verbs on what is offered to them (K11). */
@Injectable()
export class ExtraInterestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly homes: HomeRegister,
    private readonly messages: ExtraMessages,
  ) {}

  /**
   * 我感兴趣: once for each extra and owner; another tap tells the same, and after a withdrawal it is asked anew.
   * @throws CodedError `extra.not-found` for whoever owns no home there, `extra.over`, `extra.state-conflict`
   */
  async show(actor: Actor, extraId: string): Promise<ExtraInterestChange> {
    const extra = await findExtra(this.database.manager, extraId);
    const home = extra && (await this.homes.ownedBy(actor.customerId)).find(({ projectId }) => projectId === extra.project_id);
    if (!home || actor.customerId === null) throw coded('extra.not-found');
    if (!isOnShow(showTimeOf(extra), beijingDate(this.clock.now()))) throw coded('extra.over');
    const asked = { extra, customerId: actor.customerId, unitId: home.unitId };
    try {
      return await this.database.useCase((tx) => this.ask(tx, asked));
    } catch (error) {
      // Two taps at one moment: the other one was first, and says what is true.
      const known = isDuplicate(error) ? await this.known(this.database.manager, extraId, actor.customerId) : null;
      if (!known) throw error;
      return known;
    }
  }

  /** Nobody calls any more. @throws CodedError `extra.interest-not-found`, `extra.state-conflict` */
  withdraw({ customerId }: Actor, extraId: string): Promise<ExtraInterestChange> {
    return this.database.useCase(async (tx) => {
      const known = customerId === null ? null : await this.known(tx, extraId, customerId);
      if (!known) throw coded('extra.interest-not-found');
      const status = await moveInterest(tx, known.id, 'withdraw', { updated_at: this.clock.now() });
      await this.audit.record(tx, null, 'extra-interest.withdrawn', extraSubject(extraId), { interestId: known.id });
      return { id: known.id, status };
    });
  }

  /** They wish to hear from nobody: what was not decided is over. */
  withdrawAll(customerId: string): Promise<JobOutcome> {
    const { from, to } = EXTRA_INTEREST_TRANSITIONS.verbs.withdraw;
    return this.database.transaction(async (tx) => {
      const ended = await execute(
        tx,
        `UPDATE extra_interests SET status = ?, updated_at = ? WHERE customer_id = ? AND status IN ${marks(from.length)}`,
        [to, this.clock.now(), customerId, ...from],
      );
      return ended > 0 ? 'done' : 'skipped';
    });
  }

  /** Counts each person once a day, for what is on show where they own a home; anything else is left out without a word. */
  async seen({ customerId }: Actor, extraIds: readonly string[]): Promise<void> {
    const projects = [...new Set((await this.homes.ownedBy(customerId)).map(({ projectId }) => projectId))];
    if (extraIds.length === 0 || projects.length === 0) return;
    await this.database.useCase(async (tx) => {
      const at = this.clock.now();
      const today = beijingDate(at);
      const rows = await select<Pick<ExtraRow, 'id' | 'active' | 'from_day' | 'until_day'>>(
        tx,
        `SELECT id, active, from_day, until_day FROM extras WHERE id IN ${marks(extraIds.length)} AND project_id IN ${marks(projects.length)}`,
        [...extraIds, ...projects],
      );
      const shown = rows.filter((row) => isOnShow(showTimeOf(row), today));
      const views = shown.map(({ id }) => ({ view_key: `${id}:${customerId}:${today}`, extra_id: id, at }));
      await insertRows(tx, 'extra_views', views, { unlessThere: 'view_key' });
    });
  }

  private async ask(tx: EntityManager, { extra, customerId, unitId }: { extra: ExtraRow; customerId: string; unitId: string }) {
    const known = await this.known(tx, extra.id, customerId);
    if (known?.status === 'interested' || known?.status === 'contacted') return known;
    const at = this.clock.now();
    const said = { unit_id: unitId, consent_version: EXTRA_CONSENT.version, updated_at: at };
    const id = known?.id ?? newId();
    if (known) await moveInterest(tx, id, 'renew', { ...said, note: null, contacted_at: null });
    else {
      const born = { id, extra_id: extra.id, project_id: extra.project_id, customer_id: customerId, status: 'interested', created_at: at };
      await insertRows(tx, 'extra_interests', [{ ...born, ...said }]);
    }
    await this.audit.record(tx, null, 'extra-interest.shown', extraSubject(extra.id), { interestId: id, consent: EXTRA_CONSENT.version });
    await this.messages.tellInterest(tx, extra, customerId);
    return { id, status: 'interested' as const };
  }

  private async known(tx: EntityManager, extraId: string, customerId: string): Promise<Asked | null> {
    const [row] = await select<Asked>(tx, 'SELECT id, status FROM extra_interests WHERE extra_id = ? AND customer_id = ?', [
      extraId,
      customerId,
    ]);
    return row ?? null;
  }
}
