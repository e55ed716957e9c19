import type { SopPlanView, SopStep } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { insertRows } from '../../../platform/database/database';
import type { DueTime } from '../../../platform/working-time';
import { agreedTime, dueTimeOf } from './due-time.policy';
import { PLANNED, plannedRunKey, plannedStep } from './planned-step.policy';
import { type PlannedReminder, remindersOf } from './reminders.policy';
import { RemindingService } from './reminding.service';
import { SopTask } from './sop.entity';
import { lockStaff } from './sop.rows';
import type { TaskOwner } from './task-owner.queries';

interface Run {
  runKey: string;
  leadId: string;
  planKey: string;
  planVersion: number;
  startedAt: number;
}

interface StepDue {
  step: SopStep;
  due: DueTime;
}

/** Opens tasks with their due times, the reasons for these, and the reminders they will need. The caller holds the lead. */
@Injectable()
export class TaskOpeningService {
  constructor(
    private readonly clock: Clock,
    private readonly reminding: RemindingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Starts a plan for a lead once for each `startedAt`; due times count from `countFrom` (both epoch ms).
   * @returns whether it was started now.
   */
  startPlan(
    tx: EntityManager,
    plan: SopPlanView,
    leadId: string,
    owner: TaskOwner,
    { startedAt, countFrom }: { startedAt: number; countFrom: number },
  ): Promise<boolean> {
    const runKey = `${leadId}:${plan.key}:${startedAt}`;
    const steps = plan.steps.map((step) => ({ step, due: dueTimeOf(step.due, countFrom, { ...owner, owner: owner.schedule }) }));
    return this.open(tx, { runKey, leadId, planKey: plan.key, planVersion: plan.version, startedAt }, owner, steps);
  }

  /** The next contact that a follow-up record promises (D2). */
  planNext(
    tx: EntityManager,
    followUp: { leadId: string; followUpId: string; occurredAt: number; nextAt: number; nextPlan: string },
    owner: TaskOwner,
  ): Promise<boolean> {
    const startedAt = Math.min(followUp.occurredAt, this.clock.now());
    const runKey = plannedRunKey(followUp.leadId, followUp.followUpId);
    const due = agreedTime(startedAt, followUp.nextAt);
    return this.open(tx, { runKey, leadId: followUp.leadId, planKey: PLANNED, planVersion: 1, startedAt }, owner, [
      { step: plannedStep(followUp.nextPlan), due },
    ]);
  }

  private async open(tx: EntityManager, run: Run, owner: TaskOwner, steps: readonly StepDue[]): Promise<boolean> {
    if (await tx.existsBy(SopTask, { runKey: run.runKey })) return false;
    await lockStaff(tx, [owner.staffId, ...(owner.leaderId ? [owner.leaderId] : [])]);
    const now = this.clock.now();
    const tasks = steps.map(({ step, due }) => ({ id: newId(), step, due }));
    await insertRows(
      tx,
      'sop_tasks',
      tasks.map(({ id, step, due }) => ({
        id,
        run_key: run.runKey,
        lead_id: run.leadId,
        owner_id: owner.staffId,
        plan_key: run.planKey,
        plan_version: run.planVersion,
        step_key: step.key,
        title: step.title,
        hint: step.hint,
        status: 'open',
        started_at: run.startedAt,
        due_at: due.at,
        due_why: due.explanation,
        step,
      })),
    );
    await this.reminding.add(
      tx,
      tasks.flatMap(({ id, step, due }) =>
        remindersOf(step, { dueAt: due.at, now }, owner.schedule, this.config.quietHours).flatMap((each) => addressed(id, each, owner)),
      ),
    );
    return true;
  }
}

function addressed(taskId: string, { kind, at }: PlannedReminder, owner: TaskOwner) {
  const staffId = kind === 'leader' ? owner.leaderId : owner.staffId;
  return staffId === null ? [] : [{ taskId, staffId, kind, at }];
}
