import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../jobs/job-queue';
import { type JobOutcome, JobRegistry } from '../jobs/job-registry';

/** A thing that happened, with the shape of what is told about it. Payloads hold ids and instants, never personal data. */
export interface EventType<P extends object> {
  readonly name: string;
  readonly _payload?: P;
}

export const defineEvent = <P extends object>(name: string): EventType<P> => ({ name });

export type EventReaction<P> = (payload: P) => Promise<JobOutcome | undefined>;

/**
 * Events are delivered by the job table: published in the transaction that made them true, one job for each listener, so
 * that nothing is announced that rolled back and nothing announced is lost in a crash. Listeners are idempotent.
 */
@Injectable()
export class DomainEvents {
  private readonly listeners = new Map<string, string[]>();

  constructor(
    private readonly jobs: JobQueue,
    private readonly registry: JobRegistry,
  ) {}

  /** Registers a listener by a name of its own; called once, at boot. */
  on<P extends object>(type: EventType<P>, listener: string, react: EventReaction<P>): void {
    const kind = `${type.name}>${listener}`;
    this.registry.add<P>({ kind, run: async (job) => (await react(job.payload)) ?? 'done' });
    this.listeners.set(type.name, [...(this.listeners.get(type.name) ?? []), kind]);
  }

  async publish<P extends object>(tx: EntityManager, type: EventType<P>, payload: P, subject?: string): Promise<void> {
    const kinds = this.listeners.get(type.name) ?? [];
    if (kinds.length > 0) await this.jobs.add(tx, ...kinds.map((kind) => ({ kind, payload: payload as Record<string, unknown>, subject })));
  }
}
