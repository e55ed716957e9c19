import { beijingDate, type ErrorCode, startOfBeijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { coded } from '../../../../platform/http/coded-error';
import { type ProjectBrief, ProjectQueries } from '../../../registers/project';
import { WorkSchedules } from '../../../registers/staff';
import { type AskedSlot, askedSlot } from '../booking/seats';
import { type Crew, Hosts } from '../hosts/hosts';
import { ViewingPlans } from '../plan/viewing-plans';
import { readSlotId, slotAt } from './slots.policy';
import { timeRefusal } from './standing.policy';

export interface Found {
  project: ProjectBrief;
  slot: AskedSlot;
}

/** Everything about a slot that changes rarely, read before the transaction that books it. */
export interface Prepared extends Found {
  crew: Crew;
}

@Injectable()
export class SlotDesk {
  constructor(
    private readonly plans: ViewingPlans,
    private readonly projects: ProjectQueries,
    private readonly schedules: WorkSchedules,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `viewing.slot-unknown`, `viewing.slot-closed`, `viewing.notice-too-short` */
  async prepare(slotId: string): Promise<Prepared> {
    return this.withCrew(await this.find(slotId));
  }

  async withCrew({ project, slot }: Found): Promise<Prepared> {
    return { project, slot, crew: await this.hosts.crew(slot.plan, startOfBeijingDate(beijingDate(slot.startsAt)), slot.endsAt) };
  }

  /** As `prepare`, for whoever may find the slot full. */
  async find(slotId: string): Promise<Found> {
    const found = await this.look(slotId);
    if ('refusal' in found) throw coded(found.refusal, found.text);
    return found;
  }

  /** The same within a transaction; null where nobody may come. */
  async open(tx: EntityManager, slotId: string): Promise<AskedSlot | null> {
    const found = await this.look(slotId, tx);
    return 'refusal' in found ? null : found.slot;
  }

  private async look(slotId: string, tx?: EntityManager): Promise<Found | { refusal: ErrorCode; text?: string }> {
    const read = readSlotId(slotId);
    const project = read && (await this.projects.find(read.projectId));
    const plan = read && project?.active ? await this.plans.find(read.projectId, read.kind, tx) : null;
    if (!read || !project || !plan) return { refusal: 'viewing.slot-unknown' };
    const found = slotAt(plan, await this.schedules.office(), read.startsAt);
    if (!found) return { refusal: 'viewing.slot-closed' };
    const slot = askedSlot(plan, found);
    const late = timeRefusal(plan, slot, this.clock.now());
    return late ? { refusal: late.code, text: late.text } : { project, slot };
  }
}
