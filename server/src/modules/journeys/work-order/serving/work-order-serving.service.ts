import { type ArrivalRequest, type CompletionRequest, type PauseRequest, sayTime, type WorkOrderChange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import type { JobRequest } from '../../../../platform/jobs/job-queue';
import { UploadRegister } from '../../../registers/upload';
import { readClocks } from '../clock/clock.policy';
import { ContractorQueries } from '../contractor.queries';
import { type OpenOrder, OrderBook } from '../order-book';
import { OrderMessages, type OrderNames } from '../order-messages';
import { OrderTaking } from '../order-taking';
import { staffLimits } from '../owner-limits.policy';
import { pauseWords } from '../progress.policy';
import { orderSubject } from '../work-order.rows';
import type { WorkOrderActor } from '../work-order-log';

const MINUTE = 60_000;

/** What the engineer does: yes, there, wait, on again, done. Each is one transition, told to the owner. */
@Injectable()
export class WorkOrderServingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly taking: OrderTaking,
    private readonly contractors: ContractorQueries,
    private readonly book: OrderBook,
    private readonly messages: OrderMessages,
    private readonly uploads: UploadRegister,
  ) {}

  /**
   * The yes of the colleague who was asked, of one who claims it, or of whoever it was escalated to. Exactly one wins.
   * @throws CodedError `work-order.taken`, `work-order.not-assignee`, `work-order.not-found`, `work-order.state-conflict`
   */
  accept(actor: StaffActor, id: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.seen(tx, actor, id);
      const { row } = order;
      if (!order.can('accept')) {
        throw coded(row.assignee_id !== null && row.assignee_id !== actor.staffId ? 'work-order.taken' : 'work-order.state-conflict');
      }
      const asked = row.assignee_id === actor.staffId || row.responsible_id === actor.staffId;
      if (!asked && row.assignee_id !== null) throw coded('work-order.not-assignee');
      if (!asked && !(await this.taking.mayClaim(tx, actor, id))) throw coded('work-order.not-assignee');
      const now = this.clock.now();
      order.move('accept');
      row.assignee_id = actor.staffId;
      row.responsible_id = actor.staffId;
      row.escalation = 0;
      order.note(now, 'accepted', by(actor), { staffId: actor.staffId });
      return this.finishWith(tx, order, (names) => {
        const name = names.colleague(actor.staffId);
        return this.messages.toOwner(order, names, { status: '已接单', at: now, note: promise(order, name, now) });
      });
    });
  }

  /** At the door. The place is kept when the engineer gave it. */
  arrive(actor: StaffActor, id: string, place: ArrivalRequest): Promise<WorkOrderChange> {
    return this.change(actor, id, (order, now) => {
      // A complaint is begun by its first answer; an arrival would leave none to give.
      if (order.row.kind !== 'repair') throw coded('work-order.state-conflict');
      order.move('arrive');
      order.note(now, 'arrived', by(actor), {
        distanceMetres: null,
        ...(place.latitude !== undefined && place.longitude !== undefined ? { place } : {}),
      });
      return (names) =>
        this.messages.toOwner(order, names, {
          status: '处理中',
          at: now,
          note: `${names.colleague(order.row.assignee_id)}已到场，正在处理`,
        });
    });
  }

  /** First answer to a complaint, J9. */
  respond(actor: StaffActor, id: string, words: string): Promise<WorkOrderChange> {
    return this.change(actor, id, (order, now) => {
      if (order.row.kind === 'repair') throw coded('work-order.state-conflict');
      order.move('arrive');
      order.note(now, 'responded', by(actor), { words });
      return (names) => this.messages.toOwner(order, names, { status: '已响应', at: now, note: words });
    });
  }

  /**
   * The clocks stop, for a reason and for a while; when it is over they go on by themselves.
   * @throws CodedError `work-order.limit-reached`, `work-order.pause-too-long`
   */
  pause(actor: StaffActor, id: string, { reason, until }: PauseRequest): Promise<WorkOrderChange> {
    return this.change(actor, id, (order, now) => {
      const longest = now + order.policy.longestPauseMinutes * MINUTE;
      const untilAt = until === undefined ? longest : Date.parse(until);
      if (!(untilAt > now && untilAt <= longest + MINUTE)) throw coded('work-order.pause-too-long');
      if (staffLimits(order.log, order.policy).pauses <= 0) throw coded('work-order.limit-reached');
      order.move('pause');
      order.note(now, 'paused', by(actor), { reason, untilAt: Math.min(untilAt, longest) });
      return (names) =>
        this.messages.toOwner(order, names, { status: '已暂停', at: now, note: `${pauseWords(reason)}，${sayTime(untilAt, now)}前继续` });
    });
  }

  resume(actor: StaffActor, id: string): Promise<WorkOrderChange> {
    return this.change(actor, id, (order, now) => {
      order.move(resumingVerb(order));
      order.note(now, 'resumed', by(actor), { why: 'hand' });
      return (names) =>
        this.messages.toOwner(order, names, { status: '处理中', at: now, note: `${names.colleague(order.row.assignee_id)}继续处理` });
    });
  }

  /**
   * Done, with what was done. A complaint needs its root cause and the remedy (J11); photos hang on the order.
   * @throws CodedError `work-order.cause-required`, `upload.*`
   */
  finish(actor: StaffActor, id: string, done: CompletionRequest): Promise<WorkOrderChange> {
    return this.change(actor, id, async (order, now, tx) => {
      const { row } = order;
      if (row.kind === 'complaint' && !(done.rootCause?.trim() && done.correctiveAction?.trim())) throw coded('work-order.cause-required');
      order.move('finish');
      await this.attach(tx, actor, id, done);
      row.outcome = {
        words: done.words,
        parts: done.parts ?? [],
        rootCause: done.rootCause ?? null,
        correctiveAction: done.correctiveAction ?? null,
        byContractor: await this.contractors.nameOf(tx, row.contractor_id),
      };
      row.resolved_at = now;
      order.note(now, 'finished', by(actor), { words: done.words });
      return (names) => this.messages.askForRating(order, names, now);
    });
  }

  private async attach(tx: EntityManager, actor: StaffActor, id: string, done: CompletionRequest): Promise<void> {
    const { beforeUploadIds = [], afterUploadIds = [] } = done;
    if (beforeUploadIds.length > 0) await this.uploads.attach(tx, actor, beforeUploadIds, orderSubject(id), 'before');
    if (afterUploadIds.length > 0) await this.uploads.attach(tx, actor, afterUploadIds, orderSubject(id), 'after');
  }

  /** One verb of whoever holds the order, or of whoever steers the service. */
  private change(
    actor: StaffActor,
    id: string,
    work: (order: OpenOrder, now: number, tx: EntityManager) => Tell | Promise<Tell>,
  ): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      const tell = await work(order, this.clock.now(), tx);
      return this.finishWith(tx, order, tell);
    });
  }

  private async finishWith(tx: EntityManager, order: OpenOrder, tell: Tell): Promise<WorkOrderChange> {
    const names = await this.messages.names(tx, [order.row], [order.row.assignee_id]);
    await this.book.save(tx, [order], ...tell(names));
    return changeOf(order);
  }
}

type Tell = (names: OrderNames) => JobRequest[];

export const by = (actor: StaffActor): WorkOrderActor => ({ kind: 'staff', id: actor.staffId });

export const changeOf = ({ row }: OpenOrder): WorkOrderChange => ({ id: row.id, number: row.number, status: row.status });

/** Where a pause came from is where it goes back to. */
export function resumingVerb(order: OpenOrder): 'resume' | 'resumeBeforeArrival' {
  const { log } = order;
  const held = log.findLastIndex((e) => e.type === 'accepted');
  return log.slice(held + 1).some((e) => e.type === 'arrived' || e.type === 'responded') ? 'resume' : 'resumeBeforeArrival';
}

function promise(order: OpenOrder, name: string, now: number): string {
  const clocks = readClocks(order.log, order.policy, order.schedule, now);
  const next = clocks.findLast((c) => c.key === 'arrive' || c.key === 'respond');
  if (!next) return `${name}已接单`;
  return next.key === 'arrive' ? `${name}预计${sayTime(next.dueAt, now)}前上门` : `${name}将在${sayTime(next.dueAt, now)}前回复`;
}
