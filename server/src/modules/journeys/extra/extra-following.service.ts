import type { ExtraInterestChange, FollowingVerb, PhoneReveal } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute } from '../../../platform/database/database';
import { type StaffActor, worksFor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { CustomerRegister } from '../../registers/customer';
import { mayCall } from './extra.policy';
import { extraSubject, findExtra, findInterest, type InterestRow, moveInterest } from './extra.rows';

/** Whoever answers for an extra calls the owner who asked, and writes down what came of it (K11). */
@Injectable()
export class ExtraFollowingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly customers: CustomerRegister,
  ) {}

  /** @throws CodedError `extra.interest-not-found` for one that is not theirs to follow, `extra.state-conflict` */
  record(actor: StaffActor, id: string, verb: FollowingVerb, note: string | null): Promise<ExtraInterestChange> {
    return this.database.useCase(async (tx) => {
      const interest = await this.theirs(tx, actor, id);
      const at = this.clock.now();
      const written = note === null ? {} : { note };
      const status = await moveInterest(tx, id, verb, { ...written, followed_by_id: actor.staffId, updated_at: at });
      // Whatever came of it, somebody spoke to them; the first time is the one that counts.
      await execute(tx, 'UPDATE extra_interests SET contacted_at = COALESCE(contacted_at, ?) WHERE id = ?', [at, id]);
      await this.audit.record(tx, actor.staffId, `extra-interest.${status}`, extraSubject(interest.extra_id), { interestId: id });
      return { id, status };
    });
  }

  /** @throws CodedError `extra.interest-not-found`, `policy.consent-withdrawn` once the owner does not wait for a call (any more) */
  async reveal(actor: StaffActor, id: string): Promise<PhoneReveal> {
    // No use case that keeps its answer: the number would lie in a table after all.
    return this.database.transaction(async (tx) => {
      const { customer_id, status } = await this.theirs(tx, actor, id);
      if (!mayCall(status)) throw coded('policy.consent-withdrawn');
      const at = await this.audit.record(tx, actor.staffId, 'phone.revealed', `extra-interest:${id}`, {});
      return { phone: await this.customers.phoneOf(tx, customer_id), recordedAt: new Date(at).toISOString() };
    });
  }

  /** Who puts extras up follows all of their project; everybody else those they are named for. */
  private async theirs(tx: EntityManager, actor: StaffActor, id: string): Promise<InterestRow> {
    const interest = await findInterest(tx, id);
    if (!interest || !worksFor(actor, interest.project_id)) throw coded('extra.interest-not-found');
    if (!actor.permissions.includes('extra.edit')) {
      const extra = await findExtra(tx, interest.extra_id);
      if (extra?.responsible_id !== actor.staffId) throw coded('extra.interest-not-found');
    }
    return interest;
  }
}
