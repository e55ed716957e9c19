import type { LeadLevel } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, marks, select } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { type Interest, InterestDesk, type InterestStanding, type InterestTaken, type VisitMade } from '../../../registers/customer';
import { LiveCodes } from '../../../registers/live-code';

import { ChannelDirectory } from '../../../registers/project';
import { LeadFollowUpService } from '../follow-up/lead-follow-up.service';
import { broughtBy } from './brought.policy';
import { LeadIntakeService } from './lead-intake.service';

interface OpenRow {
  id: string;
  customer_id: string;
  level: LeadLevel;
  status: string;
  owner_id: string | null;
  preferred_staff_id: string | null;
}

const standingOf = ({ id, level, status, owner_id, preferred_staff_id }: OpenRow): InterestStanding => ({
  leadId: id,
  level,
  servedBy: status === 'accepted' ? owner_id : null,
  askedFor: preferred_staff_id,
});

/** The door through which other journeys bring customers: the same intake as every form's. */
@Injectable()
export class LeadInterestDesk extends InterestDesk {
  constructor(
    private readonly intake: LeadIntakeService,
    private readonly channels: ChannelDirectory,
    private readonly codes: LiveCodes,
    private readonly clock: Clock,
    private readonly followUps: LeadFollowUpService,
  ) {
    super();
  }

  async take(tx: EntityManager, interest: Interest): Promise<InterestTaken> {
    if (!(await this.channels.find(interest.channelCode))) throw coded('channel.unknown');
    const { channelCode, note, liveCode: typed, preferredStaffId, gender = 'unknown', intent = {}, ...rest } = interest;
    const brought = typed ? broughtBy(typed, await this.codes.read(typed, tx), channelCode, interest.project.id) : null;
    const channel = await this.channels.find(brought?.channelCode ?? channelCode);
    if (!channel) throw coded('channel.unknown');
    const { status: _status, ...taken } = await this.intake.take(tx, {
      ...rest,
      gender,
      intent,
      channel,
      touchNote: [note, brought?.note].filter(Boolean).join('；') || null,
      liveCode: brought?.liveCode,
      preferredStaffId: preferredStaffId ?? brought?.preferredStaffId,
    });
    return taken;
  }

  async standing(tx: EntityManager, projectId: string, customerId: string): Promise<InterestStanding | null> {
    return (await this.standings(tx, projectId, [customerId])).get(customerId) ?? null;
  }

  async standings(tx: EntityManager, projectId: string, customerIds: readonly string[]): Promise<Map<string, InterestStanding>> {
    if (customerIds.length === 0) return new Map();
    const rows = await select<OpenRow>(
      tx,
      `SELECT id, customer_id, level, status, owner_id, preferred_staff_id FROM leads WHERE open_key IN ${marks(customerIds.length)}`,
      customerIds.map((customerId) => `${projectId}:${customerId}`),
    );
    return new Map(rows.map((row) => [row.customer_id, standingOf(row)]));
  }

  async prefer(tx: EntityManager, leadId: string, staffId: string): Promise<void> {
    await execute(
      tx,
      `UPDATE leads SET preferred_staff_id = ?, updated_at = ? WHERE id = ? AND status = 'received' AND preferred_staff_id IS NULL`,
      [staffId, this.clock.now(), leadId],
    );
  }

  visited(tx: EntityManager, visit: VisitMade): Promise<void> {
    return this.followUps.recordVisit(tx, visit);
  }
}
