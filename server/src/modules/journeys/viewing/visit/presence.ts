import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../../platform/http/actor';
import { Accounts } from '../../../registers/identity';
import { vouchedCustomer } from '../own-visits';

/** Who may say that the visitor is there, and how it was: not whoever booked for somebody who has an account of their own. */
@Injectable()
export class Presence {
  constructor(private readonly accounts: Accounts) {}

  /** Those of the visits this person may open at which they may stand for the visitor. */
  async among<V extends { customer_id: string }>(actor: Actor, visits: readonly V[], tx?: EntityManager): Promise<V[]> {
    const own = vouchedCustomer(actor);
    const asked = visits.flatMap(({ customer_id }) => (customer_id === own ? [] : [customer_id]));
    const elsewhere = await this.accounts.vouchedElsewhere(actor.accountId, asked, tx);
    return visits.filter(({ customer_id }) => customer_id === own || !elsewhere.has(customer_id));
  }
}
