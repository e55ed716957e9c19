import { Injectable } from '@nestjs/common';
import { CustomerMerges, type MergePart } from '../../../registers/customer';

/** What either of them was told lies in one inbox. */
@Injectable()
export class InboxMerge implements MergePart {
  readonly name = 'notification';
  readonly columns = { 'messages.customer_id': {} };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }
}
