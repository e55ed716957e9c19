import { Injectable } from '@nestjs/common';
import { busy } from './waiting-line';

/** Uploads that are under way in this process, each of which has a file on its disk. */
const MOST_AT_ONCE = 64;
/** A phone sends at most ten files at once. */
const MOST_OF_ONE = 10;

/** Lets so many uploads in and no more, and nobody takes all the places. */
@Injectable()
export class UploadGate {
  private readonly inside = new Map<string, number>();
  private total = 0;

  /** @throws CodedError `upload.busy` */
  async pass<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const own = this.inside.get(accountId) ?? 0;
    if (this.total >= MOST_AT_ONCE || own >= MOST_OF_ONE) throw busy();
    this.total += 1;
    this.inside.set(accountId, own + 1);
    try {
      return await work();
    } finally {
      this.total -= 1;
      const left = (this.inside.get(accountId) ?? 1) - 1;
      if (left > 0) this.inside.set(accountId, left);
      else this.inside.delete(accountId);
    }
  }
}
