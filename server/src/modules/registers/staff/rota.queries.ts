import { beijingDate, labelOf, type RotaTurn, type RotaView, startOfBeijingDate, type TimeRange, WORK_SKILLS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { gapsOf, type Planned, type Presence, presenceOf } from './rota.policy';
import { shownRange } from './rota-range.policy';
import { StaffQueries } from './staff.queries';
import { WorkSchedules } from './work-schedules';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who is there when: the 24-hour rota (J15) together with weekly shifts and leaves. */
@Injectable()
export class RotaQueries {
  constructor(
    private readonly database: Database,
    private readonly schedules: WorkSchedules,
    private readonly staff: StaffQueries,
  ) {}

  /** Everybody of the ids who exists, at one instant (epoch ms). Three statements whatever the number of people. */
  async presence(staffIds: readonly string[], at: number): Promise<Map<string, Presence>> {
    const plans = await this.plans(staffIds, at, null);
    return new Map([...plans].map(([id, planned]) => [id, presenceOf(planned, at)]));
  }

  /** What is planned on the Beijing days from that of `from` to that of `to`, or for good: a turn at night rules its whole day. */
  async plans(staffIds: readonly string[], from: number, to: number | null, tx?: EntityManager): Promise<Map<string, Planned>> {
    if (staffIds.length === 0) return new Map();
    const [weeks, turns] = await Promise.all([this.schedules.weeks(staffIds, from, tx), this.turns(staffIds, from, to, tx)]);
    return new Map([...weeks].map(([id, week]) => [id, { ...week, turns: turns.filter((turn) => turn.staffId === id) }]));
  }

  /**
   * The rota of a project: everybody may be seen, and where no engineer is there at all.
   * @throws CodedError `project.not-found` for a project that is not theirs
   */
  async view(actor: StaffActor, projectId: string, asked: { from: string; to: string }): Promise<RotaView> {
    const { from, to } = shownRange(asked);
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
    const people = await this.staff.servingStaff(projectId);
    const ids = people.map((person) => person.id);
    const [plans, turns] = await Promise.all([this.plans(ids, from, to), this.turns(ids, from, to)]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const engineers = people.filter((person) => person.roles.includes('engineer')).flatMap((person) => plans.get(person.id) ?? []);
    return {
      people: people.map(({ id, name, skills }) => ({
        id,
        name,
        skills: skills.map((skill) => labelOf(WORK_SKILLS, skill)),
        shiftName: plans.get(id)?.schedule?.shift.name ?? null,
      })),
      turns: turns.filter((turn) => turn.from < to && turn.to > from).map((turn) => turnView(turn, names.get(turn.staffId) ?? '同事')),
      gaps: gapsOf(engineers, from, to).map((gap) => ({ fromAt: iso(gap.from), toAt: iso(gap.to) })),
    };
  }

  /** Whole days, earliest first. */
  private async turns(
    staffIds: readonly string[],
    from: number,
    to: number | null,
    tx: EntityManager = this.database.manager,
  ): Promise<PlannedTurn[]> {
    if (staffIds.length === 0) return [];
    const rows = await select<TurnRow>(
      tx,
      `SELECT id, staff_id, from_at, to_at FROM rota_turns WHERE staff_id IN ${marks(staffIds.length)} AND to_at > ?
       ${to === null ? '' : 'AND from_at < ?'} ORDER BY from_at, id`,
      [...staffIds, midnightBefore(from), ...(to === null ? [] : [midnightBefore(to) + DAY_MS])],
    );
    return rows.map(plannedTurn);
  }
}

export interface TurnRow {
  id: string;
  staff_id: string;
  from_at: number | string;
  to_at: number | string;
}

interface PlannedTurn extends TimeRange {
  id: string;
  staffId: string;
}

export const plannedTurn = (row: TurnRow): PlannedTurn => ({
  id: row.id,
  staffId: row.staff_id,
  from: Number(row.from_at),
  to: Number(row.to_at),
});

export const turnView = ({ id, staffId, from, to }: PlannedTurn, staffName: string): RotaTurn => ({
  id,
  staffId,
  staffName,
  fromAt: iso(from),
  toAt: iso(to),
});

const iso = (instant: number): string => new Date(instant).toISOString();
const midnightBefore = (instant: number): number => startOfBeijingDate(beijingDate(instant));
