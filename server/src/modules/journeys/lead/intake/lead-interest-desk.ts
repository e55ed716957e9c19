import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { coded } from '../../../../platform/http/coded-error';
import { type Interest, InterestDesk, type InterestTaken } from '../../../registers/customer';
import { ChannelDirectory } from '../../../registers/project';
import { LeadIntakeService } from './lead-intake.service';

/** The door through which other journeys bring customers: the same intake as every form's. */
@Injectable()
export class LeadInterestDesk extends InterestDesk {
  constructor(
    private readonly intake: LeadIntakeService,
    private readonly channels: ChannelDirectory,
  ) {
    super();
  }

  async take(tx: EntityManager, interest: Interest): Promise<InterestTaken> {
    const channel = await this.channels.find(interest.channelCode);
    if (!channel) throw coded('channel.unknown');
    const { channelCode: _code, note, gender = 'unknown', intent = {}, ...rest } = interest;
    const { status: _status, ...taken } = await this.intake.take(tx, { ...rest, gender, intent, channel, touchNote: note });
    return taken;
  }
}
