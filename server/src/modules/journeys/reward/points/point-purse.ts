import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { lapseKey, POINTS_LAPSE, POINTS_WARNING, warningKey } from '../reward.jobs';
import { type Lot, type Taken, takeFrom, WARNING_DAYS, warningAt } from './point-lots.policy';

/** The lots that somebody's points lie in. Whoever changes them holds the person's lock, and writes the ledger beside. */
@Injectable()
export class PointPurse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  /** Lots with something in them, those that lapsed but were not cleared away yet included. */
  async lotsOf(personId: string, tx: EntityManager = this.database.manager): Promise<Lot[]> {
    const rows = await select<{ id: string; left_points: number; earned_at: number | string; expires_at: number | string | null }>(
      tx,
      'SELECT id, left_points, earned_at, expires_at FROM point_lots WHERE person_id = ? AND left_points > 0',
      [personId],
    );
    return rows.map((row) => ({
      id: row.id,
      left: row.left_points,
      earnedAt: Number(row.earned_at),
      expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    }));
  }

  /** Points come in; the person will be told before they lapse. */
  async put(tx: EntityManager, personId: string, points: number, expiresAt: number | null): Promise<void> {
    if (points <= 0) return;
    const now = this.clock.now();
    await insertRows(tx, 'point_lots', [
      { id: newId(), person_id: personId, points, left_points: points, earned_at: now, expires_at: expiresAt },
    ]);
    if (expiresAt === null) return;
    const subject = `customer:${personId}`;
    const warnings = WARNING_DAYS.map((days) => ({ days, runAt: warningAt(expiresAt, days) })).filter(({ runAt }) => runAt > now);
    await this.jobs.add(
      tx,
      ...warnings.map(({ days, runAt }) => ({
        kind: POINTS_WARNING,
        payload: { personId, expiresAt, days },
        key: warningKey(personId, expiresAt, days),
        runAt,
        subject,
      })),
      { kind: POINTS_LAPSE, payload: { personId, expiresAt }, key: lapseKey(personId, expiresAt), runAt: expiresAt, subject },
    );
  }

  /** Takes up to so many good points, oldest end first. */
  async take(tx: EntityManager, personId: string, points: number): Promise<Taken[]> {
    const taken = takeFrom(await this.lotsOf(personId, tx), points, this.clock.now());
    for (const { lotId, points: some } of taken) await this.drain(tx, lotId, some);
    return taken;
  }

  /** @throws Error when the lot has less: the lock was not held */
  async drain(tx: EntityManager, lotId: string, points: number): Promise<void> {
    const sql = 'UPDATE point_lots SET left_points = left_points - ? WHERE id = ? AND left_points >= ?';
    if ((await execute(tx, sql, [points, lotId, points])) === 0) throw new Error(`lot ${lotId} has less than ${points} points`);
  }
}

export const sumTaken = (taken: readonly Taken[]): number => taken.reduce((sum, { points }) => sum + points, 0);
