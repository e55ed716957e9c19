import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { newId } from '../database/columns';
import { insertRows } from '../database/database';
import { currentCorrelationId } from '../logging/correlation';

/** Append-only record of acts that must be answerable: who revealed a phone, who changed a rule. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** @returns the instant of the record, epoch milliseconds. */
  async record(
    tx: EntityManager,
    actorId: string | null,
    action: string,
    subject: string,
    details?: Record<string, unknown>,
  ): Promise<number> {
    const at = this.clock.now();
    await insertRows(tx, 'audit_entries', [
      { id: newId(), at, actor_id: actorId, action, subject, details: details ?? null, correlation_id: currentCorrelationId() ?? null },
    ]);
    return at;
  }
}
