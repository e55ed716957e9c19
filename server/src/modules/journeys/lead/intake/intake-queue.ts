import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ANSWERS, type AnswerRow, Database, insertRows } from '../../../../platform/database/database';
import { Gathering } from '../../../../platform/database/gathering';
import { currentCorrelationId } from '../../../../platform/logging/correlation';
import { type Arrival, type Arrived, LeadIntakeService } from './lead-intake.service';

export interface Submission {
  arrival: Arrival;
  /** What the request will answer: kept for a repeated Idempotency-Key in the same transaction. */
  answerOf: (arrived: Arrived) => unknown;
  /** What else belongs into that transaction. */
  alongside: (tx: EntityManager, arrived: Arrived) => Promise<void>;
}

/** Group commit of the one hot path: submissions that wait at the same moment are written in one transaction. */
@Injectable()
export class IntakeQueue {
  private readonly gathering = new Gathering<Submission & { answerRow: AnswerRow | null }, Arrived>((lot) => this.commit(lot), {
    atOnce: 1,
    lot: 32,
  });

  constructor(
    private readonly database: Database,
    private readonly intake: LeadIntakeService,
  ) {}

  /** Answers after the commit that holds it. */
  take(submission: Submission): Promise<Arrived> {
    const arrival = { ...submission.arrival, correlationId: currentCorrelationId() };
    return this.gathering.add({ ...submission, arrival, answerRow: this.database.claimAnswerRow() });
  }

  private commit(lot: readonly (Submission & { answerRow: AnswerRow | null })[]): Promise<Arrived[]> {
    return this.database.transaction(async (tx) => {
      const arrived = await this.intake.takeAll(
        tx,
        lot.map((one) => one.arrival),
      );
      const answers = lot.flatMap((one, i) => (one.answerRow ? [one.answerRow(one.answerOf(arrived[i] as Arrived))] : []));
      await insertRows(tx, ANSWERS, answers);
      for (const [i, one] of lot.entries()) await one.alongside(tx, arrived[i] as Arrived);
      return arrived;
    });
  }
}
