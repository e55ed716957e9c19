import { type LeadReceipt, REPURCHASE_WISHES, type RepurchaseRequest } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { Consents, CustomerRegister } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { REFERRAL_CHANNEL } from '../../../registers/live-code';
import { ChannelDirectory, ProjectQueries } from '../../../registers/project';
import { LeadIntakeService } from './lead-intake.service';
import { formerAgent, type PastService } from './repurchase.policy';

/** An owner who thinks of buying again is led back to whoever served them (K10). */
@Injectable()
export class RepurchaseService {
  constructor(
    private readonly database: Database,
    private readonly intake: LeadIntakeService,
    private readonly homes: HomeRegister,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly consents: Consents,
    private readonly customers: CustomerRegister,
  ) {}

  /**
   * Opens or joins the one lead of the owner in that project, from old owners' channel under 转介绍 (K12).
   * @throws CodedError `home.not-yours` for whoever owns no home here, `project.not-found`, `policy.*`
   */
  async ask(actor: Actor, { projectId, wish, consent }: RepurchaseRequest): Promise<LeadReceipt> {
    const [home] = await this.homes.ownedBy(actor.customerId);
    if (!home || actor.customerId === null) throw coded('home.not-yours');
    const { customerId } = actor;
    const project = await this.projects.find(projectId);
    if (!project?.active) throw coded('project.not-found');
    await this.consents.checkOrStanding(customerId, consent);
    const channel = await this.channels.find(REFERRAL_CHANNEL);
    if (!channel) throw coded('channel.unknown');
    const note = `老业主复购咨询：${REPURCHASE_WISHES[wish]}`;
    return this.database.useCase(async (tx) => {
      const known = (await this.customers.briefs([customerId], tx)).get(customerId);
      const arrived = await this.intake.take(tx, {
        project,
        phone: await this.customers.phoneOf(tx, customerId),
        name: known?.named ? known.name : home.name,
        gender: known?.gender ?? 'unknown',
        channel,
        intent: { note },
        touchNote: note,
        accountId: actor.accountId,
        enteredById: null,
        preferredStaffId: formerAgent(await this.served(tx, customerId), projectId),
        consent: consent ? { given: consent, basis: 'mini-program' } : null,
      });
      return { id: arrived.leadId, receiptNo: arrived.receiptNo, status: arrived.status };
    });
  }

  /** Colleagues who still work here and served this customer once. */
  private async served(tx: EntityManager, customerId: string): Promise<PastService[]> {
    const rows = await select<{ project_id: string; owner_id: string; outcome: string | null; at: number | string }>(
      tx,
      `SELECT l.project_id, l.owner_id, l.outcome, COALESCE(l.closed_at, l.accepted_at, l.created_at) AS at
       FROM leads l JOIN staff s ON s.id = l.owner_id WHERE l.customer_id = ? AND s.active = 1`,
      [customerId],
    );
    return rows.map((row) => ({ projectId: row.project_id, staffId: row.owner_id, won: row.outcome === 'won', at: Number(row.at) }));
  }
}
