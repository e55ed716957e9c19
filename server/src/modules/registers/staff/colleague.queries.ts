import { type ColleagueView, ROLE_LABELS } from '@guihu/shared';
import { Injectable, Optional } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { unavailability } from './availability.policy';
import { ColleagueLoads } from './colleague-loads';
import { Staff, StaffProject, Team } from './staff.entity';
import { WorkSchedules } from './work-schedules';

/** Colleagues to choose from, with what stands against each at this moment. */
@Injectable()
export class ColleagueQueries {
  constructor(
    private readonly database: Database,
    private readonly schedules: WorkSchedules,
    private readonly clock: Clock,
    @Optional() private readonly loads?: ColleagueLoads,
  ) {}

  /**
   * Active colleagues of one project, or of all that the asking colleague works for.
   * @throws CodedError `project.not-found` for a project that is not theirs.
   */
  async list(actor: StaffActor, projectId?: string): Promise<ColleagueView[]> {
    const people = await this.people(this.projectsFor(actor, projectId));
    const ids = people.map((p) => p.id);
    const now = this.clock.now();
    const [teams, schedules, loads] = await Promise.all([
      this.teamNames(people),
      this.schedules.of(ids, now),
      this.loads?.of(ids) ?? new Map<string, number>(),
    ]);
    return people.map((person) => {
      const openLeads = loads.get(person.id) ?? 0;
      return {
        id: person.id,
        name: person.name,
        role: person.roles[0] ? ROLE_LABELS[person.roles[0]] : person.title,
        teamName: person.teamId === null ? null : (teams.get(person.teamId) ?? null),
        onDuty: person.onDuty,
        openLeads,
        capacity: person.capacity,
        unavailable: unavailability({ ...person, openLeads, schedule: schedules.get(person.id) ?? null }, now),
      };
    });
  }

  /** Null: every project, for the group's own people. */
  private projectsFor(actor: StaffActor, projectId: string | undefined): readonly string[] | null {
    const all = actor.scope.kind === 'group';
    if (projectId === undefined) return all ? null : actor.projectIds;
    if (!all && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
    return [projectId];
  }

  private async people(projectIds: readonly string[] | null): Promise<Staff[]> {
    const { manager } = this.database;
    if (projectIds === null) return manager.find(Staff, { where: { active: true }, order: { id: 'ASC' } });
    const posts = await manager.findBy(StaffProject, { projectId: In([...projectIds]) });
    return manager.find(Staff, { where: { id: In([...new Set(posts.map((p) => p.staffId))]), active: true }, order: { id: 'ASC' } });
  }

  private async teamNames(people: readonly Staff[]): Promise<Map<string, string>> {
    const ids = [...new Set(people.flatMap((p) => p.teamId ?? []))];
    return new Map((await this.database.manager.findBy(Team, { id: In(ids) })).map((t) => [t.id, t.name]));
  }
}
