import { Injectable } from '@nestjs/common';
import { CustomerMerges, type MergePart } from '../customer';

/** Pictures that were sent stay with whoever sent them. */
@Injectable()
export class UploadMerge implements MergePart {
  readonly name = 'upload';
  readonly columns = { 'uploads.customer_id': {} };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }
}
