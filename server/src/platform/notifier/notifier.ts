import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/columns';
import { JobQueue, type JobRequest } from '../jobs/job-queue';

export type Recipient = { staffId: string } | { customerId: string };

export interface NotifyRequest {
  recipient: Recipient;
  /** What it is about; the catalogue of messages knows how to say it. */
  intent: string;
  /** Values of the message's fields; an instant is given in epoch milliseconds. */
  facts: Record<string, string | number>;
  /** Mini-program path the message opens. */
  page?: string;
  /** What it is about: `lead:<id>`; asked back as "did it reach them". */
  subject: string;
  /** Application time before which it must not leave; now when left out. */
  notBefore?: number;
  /** Leaves in quiet hours too. */
  urgent?: boolean;
}

export const DELIVER_MESSAGE = 'message.deliver';

/** Owes somebody a message, in the transaction that gives the reason. How it travels is decided later, by what is possible then. */
@Injectable()
export class Notifier {
  constructor(private readonly jobs: JobQueue) {}

  notify(tx: EntityManager, ...requests: NotifyRequest[]): Promise<void> {
    return this.jobs.add(tx, ...this.jobsFor(...requests));
  }

  /** For a transaction that adds other jobs too: all of them go out in one statement. */
  jobsFor(...requests: NotifyRequest[]): JobRequest[] {
    return requests.map(({ notBefore, ...request }) => ({
      kind: DELIVER_MESSAGE,
      payload: { messageId: newId(), ...request },
      runAt: notBefore,
      subject: request.subject,
    }));
  }
}
