import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { GroupCommit } from '../../../../platform/database/group-commit';
import { currentCorrelationId } from '../../../../platform/logging/correlation';
import { type Arrival, type Arrived, LeadIntakeService } from './lead-intake.service';

export interface Submission {
  arrival: Arrival;
  /** What the request will answer: kept for a repeated Idempotency-Key in the same transaction. */
  answerOf: (arrived: Arrived) => unknown;
  /** What else belongs into that transaction. */
  alongside: (tx: EntityManager, arrived: Arrived) => Promise<void>;
}

/** Submissions that wait at the same moment are written in one transaction. */
@Injectable()
export class IntakeQueue {
  private readonly commits: GroupCommit<Submission, Arrived>;

  constructor(
    database: Database,
    private readonly intake: LeadIntakeService,
  ) {
    this.commits = new GroupCommit(
      database,
      (tx, lot) => this.write(tx, lot),
      ({ answerOf }, arrived) => answerOf(arrived),
    );
  }

  /** Answers after the commit that holds it. */
  take(submission: Submission): Promise<Arrived> {
    return this.commits.take({ ...submission, arrival: { ...submission.arrival, correlationId: currentCorrelationId() } });
  }

  private async write(tx: EntityManager, lot: readonly Submission[]): Promise<Arrived[]> {
    const arrived = await this.intake.takeAll(
      tx,
      lot.map((one) => one.arrival),
    );
    for (const [i, one] of lot.entries()) await one.alongside(tx, arrived[i] as Arrived);
    return arrived;
  }
}
