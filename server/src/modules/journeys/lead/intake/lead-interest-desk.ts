import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { coded } from '../../../../platform/http/coded-error';
import { type Interest, InterestDesk, type InterestTaken } from '../../../registers/customer';
import { LiveCodes } from '../../../registers/live-code';
import { ChannelDirectory } from '../../../registers/project';
import { broughtBy } from './brought.policy';
import { LeadIntakeService } from './lead-intake.service';

/** The door through which other journeys bring customers: the same intake as every form's. */
@Injectable()
export class LeadInterestDesk extends InterestDesk {
  constructor(
    private readonly intake: LeadIntakeService,
    private readonly channels: ChannelDirectory,
    private readonly codes: LiveCodes,
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
}
