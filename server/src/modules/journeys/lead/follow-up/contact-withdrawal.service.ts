import { OPEN_LEAD_STATUSES } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { ContactWithdrawn } from '../../../registers/customer';
import { LeadReleased } from '../lead.events';
import { leadSubject, writeEvent } from '../lead.rows';

/** A customer who takes back the agreement to be contacted is not called: what was planned is over, and the lead says why. */
@Injectable()
export class ContactWithdrawalService {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
  ) {
    events.on(ContactWithdrawn, 'lead', ({ customerId, at }) => this.stop(customerId, at));
  }

  private stop(customerId: string, at: number): Promise<undefined> {
    return this.database.transaction(async (tx) => {
      const leads = await select<{ id: string; owner_id: string | null; told: number }>(
        tx,
        `SELECT l.id, l.owner_id, (SELECT COUNT(*) FROM lead_events e WHERE e.lead_id = l.id AND e.type = 'consent-withdrawn' AND e.at = ?) AS told
         FROM leads l WHERE l.customer_id = ? AND l.status IN ${marks(OPEN_LEAD_STATUSES.length)}`,
        [at, customerId, ...OPEN_LEAD_STATUSES],
      );
      for (const lead of leads.filter((l) => Number(l.told) === 0)) {
        await writeEvent(tx, lead.id, at, 'consent-withdrawn', null);
        if (!lead.owner_id) continue;
        await this.events.publish(
          tx,
          LeadReleased,
          { leadId: lead.id, staffId: lead.owner_id, at, why: 'consent-withdrawn' },
          leadSubject(lead.id),
        );
      }
      return undefined;
    });
  }
}
