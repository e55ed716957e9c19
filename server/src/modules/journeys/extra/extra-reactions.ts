import { Injectable } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events';
import { ContactWithdrawn } from '../../registers/customer';
import { ExtraInterestService } from './extra-interest.service';

/** Whoever wants no calls at all wants none about extras either. */
@Injectable()
export class ExtraReactions {
  constructor(events: DomainEvents, interests: ExtraInterestService) {
    events.on(ContactWithdrawn, 'extra-interests', ({ customerId }) => interests.withdrawAll(customerId));
  }
}
