import type { EntityManager } from 'typeorm';
import { ANSWERS, type AnswerRow, type Database, insertRows } from './database';
import { Gathering } from './gathering';

interface Kept<I> {
  item: I;
  answerRow: AnswerRow | null;
}

/**
 * Use cases that wait at the same moment are carried out in one transaction, each with its answer kept for a repeated
 * Idempotency-Key (docs/adr/0006). A lot that fails is played again one by one, so `work` must bear a second try.
 */
export class GroupCommit<I, O> {
  private readonly gathering: Gathering<Kept<I>, O>;

  /**
   * @param work answers in the order of its items.
   * @param answerOf what the request will answer, when that is not the output itself.
   */
  constructor(
    private readonly database: Database,
    private readonly work: (tx: EntityManager, items: readonly I[]) => Promise<readonly O[]>,
    private readonly answerOf: (item: I, output: O) => unknown = (_, output) => output,
  ) {
    this.gathering = new Gathering((lot) => this.commit(lot), { atOnce: 1, lot: 32 });
  }

  /** Answers after the commit that holds it. */
  take(item: I): Promise<O> {
    return this.gathering.add({ item, answerRow: this.database.claimAnswerRow() });
  }

  private commit(lot: readonly Kept<I>[]): Promise<readonly O[]> {
    return this.database.transaction(async (tx) => {
      const outputs = await this.work(
        tx,
        lot.map(({ item }) => item),
      );
      const answers = lot.flatMap(({ item, answerRow }, i) => (answerRow ? [answerRow(this.answerOf(item, outputs[i] as O))] : []));
      await insertRows(tx, ANSWERS, answers);
      return outputs;
    });
  }
}
