import type { ClockAnswer } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock, MovableClock } from '../clock/clock';
import { keepSimulatedClock } from '../clock/clock-keeper';
import { Database } from '../database/database';
import { coded } from '../http/coded-error';
import { JobRunner } from '../jobs/job-runner';
import { JobStore } from '../jobs/job-store';

/**
 * Moves the simulated clock from due job to due job, so that what follows from a job (the next offer, the next rung) happens
 * at its own time and not all at the end.
 */
@Injectable()
export class TimeTravel {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly runner: JobRunner,
    private readonly store: JobStore,
    private readonly database: Database,
  ) {}

  /** Journeys queue up: two at once would run each other's jobs at the wrong time. */
  advance(ms: number): Promise<ClockAnswer> {
    const mine = this.turn.then(() => this.runner.whilePaused(() => this.travel(ms)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async travel(ms: number): Promise<ClockAnswer> {
    const { clock } = this;
    if (!(clock instanceof MovableClock)) throw coded('route.not-found');
    const target = clock.now() + ms;
    let jobsRun = await this.runner.drain();
    for (let next = await this.store.nextRunAt(); next !== null && next <= target; next = await this.store.nextRunAt()) {
      clock.moveTo(next);
      const ran = await this.runner.drain();
      jobsRun += ran;
      if (ran === 0) break; // held by somebody else
    }
    clock.moveTo(target);
    jobsRun += await this.runner.drain();
    await keepSimulatedClock(this.database.dataSource, clock);
    return { now: clock.date().toISOString(), jobsRun };
  }
}
