import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ANSWERS, type AnswerRow, Database, insertRows } from '../../../../platform/database/database';
import { currentCorrelationId } from '../../../../platform/logging/correlation';
import { type Arrival, type Arrived, LeadIntakeService } from './lead-intake.service';

const MOST_TOGETHER = 32;
const MOST_AT_ONCE = 2;

interface Waiting {
  arrival: Arrival;
  answerOf: (arrived: Arrived) => unknown;
  answerRow: AnswerRow | null;
  alongside: (tx: EntityManager, arrived: Arrived) => Promise<void>;
  resolve: (arrived: Arrived) => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit of the one hot path: submissions that wait at the same moment are written in one transaction. Nobody waits
 * longer for it (a lone one leaves at once), and a batch that fails is played again one by one, so that a refusal meets only
 * whom it concerns. Each is answered after the commit that holds it.
 */
@Injectable()
export class IntakeQueue {
  private readonly waiting: Waiting[] = [];
  private atWork = 0;

  constructor(
    private readonly database: Database,
    private readonly intake: LeadIntakeService,
  ) {}

  /**
   * @param answerOf what the request will answer: kept for a repeated Idempotency-Key in the same transaction.
   * @param alongside what else belongs into that transaction.
   */
  take(arrival: Arrival, answerOf: Waiting['answerOf'], alongside: Waiting['alongside']): Promise<Arrived> {
    const answerRow = this.database.claimAnswerRow();
    return new Promise((resolve, reject) => {
      this.waiting.push({
        arrival: { ...arrival, correlationId: currentCorrelationId() },
        answerOf,
        answerRow,
        alongside,
        resolve,
        reject,
      });
      // What else arrives in this turn of the event loop comes along.
      setImmediate(() => void this.work());
    });
  }

  private async work(): Promise<void> {
    if (this.atWork >= MOST_AT_ONCE) return;
    this.atWork += 1;
    try {
      for (let batch = this.waiting.splice(0, MOST_TOGETHER); batch.length > 0; batch = this.waiting.splice(0, MOST_TOGETHER)) {
        await this.write(batch);
      }
    } finally {
      this.atWork -= 1;
    }
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const arrived = await this.commit(batch);
      for (const [i, one] of batch.entries()) one.resolve(arrived[i] as Arrived);
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error);
      for (const one of batch) await this.write([one]);
    }
  }

  private commit(batch: readonly Waiting[]): Promise<Arrived[]> {
    return this.database.transaction(async (tx) => {
      const arrived = await this.intake.takeAll(
        tx,
        batch.map((one) => one.arrival),
      );
      const answers = batch.flatMap((one, i) => (one.answerRow ? [one.answerRow(one.answerOf(arrived[i] as Arrived))] : []));
      await insertRows(tx, ANSWERS, answers);
      for (const [i, one] of batch.entries()) await one.alongside(tx, arrived[i] as Arrived);
      return arrived;
    });
  }
}
