import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { marks, select } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { type CustomerMerge, CustomerMerges, type MergePart } from './customer-merges';

/** One card is one natural person. Two customers who stated two cards are two people, whatever a colleague thinks. */
@Injectable()
export class RealNameMerge implements MergePart {
  readonly name = 'real-name';
  readonly columns = { 'real_names.customer_id': {}, 'real_name_refusals.customer_id': {} };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }

  /** @throws CodedError `customer.merge-two-cards`; a card that was taken back still says who it was */
  async settle(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const cards = await select(tx, `SELECT id FROM real_names WHERE customer_id IN ${marks(2)}`, [from, into]);
    if (cards.length > 1) throw coded('customer.merge-two-cards');
  }
}
