import { AsyncLocalStorage } from 'node:async_hooks';
import type { ViewingReceipt } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { GroupCommit } from '../../../../platform/database/group-commit';

type Booking = (tx: EntityManager) => Promise<ViewingReceipt>;

/**
 * Bookings that wait at the same moment are written in one transaction: a rush for one slot then waits for its row once, not each
 * for everybody before it. A lot with a refusal in it is played again one by one, so that it meets only whom it concerns.
 */
@Injectable()
export class BookingQueue {
  private readonly commits: GroupCommit<Booking, ViewingReceipt>;

  constructor(database: Database) {
    this.commits = new GroupCommit(database, async (tx, lot) => {
      const receipts: ViewingReceipt[] = [];
      for (const booking of lot) receipts.push(await booking(tx));
      return receipts;
    });
  }

  /** Answers after the commit that holds it. */
  take(booking: Booking): Promise<ViewingReceipt> {
    // Jobs carry the request that asked for them, whoever's turn it is to write.
    const asAsked = AsyncLocalStorage.snapshot();
    return this.commits.take((tx) => asAsked(() => booking(tx)));
  }
}
