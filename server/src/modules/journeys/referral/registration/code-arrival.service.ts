import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { CustomerNumbers, CustomerRegister } from '../../../registers/customer';
import { LiveCodes } from '../../../registers/live-code';
import { LeadArrivedByCode } from '../../lead';
import { activeKey, lockReferrals, type ReferralRow, writeReferralEvent } from '../referral.rows';
import { ReferralAgreeing } from './referral-agreeing';

interface Arrival {
  leadId: string;
  customerId: string;
  projectId: string;
  code: string;
  accountId: string | null;
  at: number;
}

/**
 * A friend came by somebody's own code and left their details: that is their yes, and nobody has to be asked. A friend who was
 * registered before and had not answered has answered by it.
 */
@Injectable()
export class CodeArrivalService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly numbers: CustomerNumbers,
    private readonly codes: LiveCodes,
    private readonly agreeing: ReferralAgreeing,
    events: DomainEvents,
  ) {
    events.on(LeadArrivedByCode, 'referral', (arrival) => this.database.transaction((tx) => this.arrived(tx, arrival)));
  }

  /** One's own code, and one of another project, recommend nobody. */
  async arrived(tx: EntityManager, arrival: Arrival): Promise<JobOutcome> {
    const { customerId, projectId } = arrival;
    const found = await this.codes.read(arrival.code, tx);
    const referrerId = found?.kind === 'referral' && found.projectId === projectId ? found.customerId : null;
    if (!referrerId || referrerId === customerId) return 'skipped';
    const row = await this.claim(tx, referrerId, arrival);
    if (row?.status !== 'registered') return 'skipped';
    await this.agreeing.agree(
      tx,
      row,
      { customerId, accountId: arrival.accountId, leadId: arrival.leadId, at: arrival.at },
      { way: 'code' },
    );
    return 'done';
  }

  /** The claim of this referrer on this friend: the one there is, or a new one. Of two deliveries at once the key lets one in. */
  private async claim(tx: EntityManager, referrerId: string, { customerId, projectId, at }: Arrival): Promise<ReferralRow | null> {
    const phone = await this.customers.phoneOf(tx, customerId);
    const phoneIndex = this.cipher.blindIndex(phone);
    const key = activeKey(projectId, referrerId, phoneIndex);
    // Who once said no and now comes by the code has changed their mind.
    await execute(tx, `UPDATE referrals SET active_key = NULL WHERE active_key = ? AND status = 'ended'`, [key]);
    // They may have been registered by another number of theirs.
    for (const index of (await this.numbers.indicesOf(customerId, tx)).slice(1)) {
      const [known] = await lockReferrals(tx, `r.active_key = ? AND r.status <> 'ended'`, [activeKey(projectId, referrerId, index)]);
      if (known) return known;
    }
    const friend = (await this.customers.briefs([customerId], tx)).get(customerId);
    const row = {
      id: newId(),
      project_id: projectId,
      referrer_id: referrerId,
      friend_sealed: this.cipher.encrypt(friend?.name ?? ''),
      phone_sealed: this.cipher.encrypt(phone),
      phone_index: phoneIndex,
      way: 'code' as const,
      status: 'registered' as const,
      active_key: key,
      registered_at: at,
      updated_at: this.clock.now(),
    };
    await insertRows(tx, 'referrals', [row], { unlessThere: 'active_key' });
    const [claim] = await lockReferrals(tx, 'r.active_key = ?', [key]);
    if (claim?.id === row.id) await writeReferralEvent(tx, row.id, at, 'registered', null, { way: 'code' });
    return claim ?? null;
  }
}
