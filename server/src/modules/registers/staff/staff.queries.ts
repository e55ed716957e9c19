import type { ColleagueCard, Role } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database, marks, select } from '../../../platform/database/database';
import { Staff } from './staff.entity';

export interface StaffBrief {
  id: string;
  name: string;
  title: string;
  teamId: string | null;
  active: boolean;
}

/** A colleague as the session knows them. */
export interface StaffMember {
  id: string;
  name: string;
  roles: readonly Role[];
  /** E.164, in the clear: mask it before it leaves. */
  phone: string;
  onDuty: boolean;
  projectIds: readonly string[];
  ledTeamIds: readonly string[];
}

/** What routing asks of a colleague, fresh from the database. */
export interface SellingColleague {
  id: string;
  name: string;
  teamId: string | null;
  active: boolean;
  onDuty: boolean;
  capacity: number;
  dailyQuota: number;
  skills: readonly string[];
  shiftId: string | null;
}

/** What dispatch asks of a colleague; with roles, as only engineers go to a home. */
export interface ServingColleague extends SellingColleague {
  roles: readonly Role[];
}

interface SellingRow {
  id: string;
  name: string;
  roles: string;
  team_id: string | null;
  on_duty: number | boolean;
  capacity: number;
  daily_quota: number;
  skills: string;
  shift_id: string | null;
}

/** Who works here, and for which project and team. */
@Injectable()
export class StaffQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /**
   * Those of the ids that exist, people who left included: their names stay in records. Within a transaction ask by `tx`, here as
   * below: whoever holds one connection and waits for a second one may wait for others who do the same.
   */
  async byIds(ids: readonly string[], tx?: EntityManager): Promise<Map<string, StaffBrief>> {
    const people = await this.people(ids, tx);
    return new Map(people.map(({ id, name, title, teamId, active }) => [id, { id, name, title, teamId, active }]));
  }

  /** What a customer may know of a colleague. */
  async card(id: string, tx?: EntityManager): Promise<ColleagueCard | null> {
    return (await this.cards([id], tx)).get(id) ?? null;
  }

  /** Inside a transaction on its own connection, so that many at once do not wait for a second one each. */
  async cards(ids: readonly string[], tx?: EntityManager): Promise<Map<string, ColleagueCard>> {
    const people = await this.people(ids, tx);
    return new Map(people.map(({ id, name, title, workPhone, intro }) => [id, { id, name, title, phone: workPhone, intro }]));
  }

  /** The colleague behind an account; null for somebody who left. */
  async member(id: string): Promise<StaffMember | null> {
    const person = await this.database.manager.findOneBy(Staff, { id, active: true });
    if (!person) return null;
    const [projectIds, ledTeamIds] = await Promise.all([this.projectsOf(id), this.ledTeams(id)]);
    const { name, roles, onDuty, phoneSealed } = person;
    return { id, name, roles, phone: this.cipher.decrypt(phoneSealed), onDuty, projectIds, ledTeamIds };
  }

  /** The active colleague with this phone, by its blind index. */
  async idByPhoneIndex(phoneIndex: string, tx: EntityManager = this.database.manager): Promise<{ id: string; name: string } | null> {
    const person = await tx.findOneBy(Staff, { phoneIndex, active: true });
    return person ? { id: person.id, name: person.name } : null;
  }

  /** Active agents of a project, oldest entry first. One plain statement: every routing asks this. */
  sellingStaff(projectId: string, tx?: EntityManager): Promise<SellingColleague[]> {
    return this.postedTo(projectId, ['agent'], tx);
  }

  /** Active engineers and customer relations of a project, oldest entry first: whoever may be given a work order. One statement. */
  servingStaff(projectId: string): Promise<ServingColleague[]> {
    return this.postedTo(projectId, ['engineer', 'relations']);
  }

  /** Who leads the service team of a project; null when it has none or its leader left. */
  async serviceLeaderOf(projectId: string): Promise<string | null> {
    const [row] = await this.database.rows<{ id: string }>(
      `SELECT leader.id FROM teams t JOIN staff leader ON leader.id = t.leader_id
       WHERE t.project_id = ? AND t.kind = 'service' AND leader.active = 1 ORDER BY t.id LIMIT 1`,
      [projectId],
    );
    return row?.id ?? null;
  }

  /** Of these teams, those that serve homes, with their project. */
  async serviceTeams(teamIds: readonly string[]): Promise<{ id: string; projectId: string }[]> {
    if (teamIds.length === 0) return [];
    const rows = await this.database.rows<{ id: string; project_id: string }>(
      `SELECT id, project_id FROM teams WHERE id IN ${marks(teamIds.length)} AND kind = 'service' ORDER BY id`,
      teamIds,
    );
    return rows.map((r) => ({ id: r.id, projectId: r.project_id }));
  }

  /** Who leads this colleague's team; null for its leader, for one without a team, and when the leader left. */
  async leaderOf(staffId: string, tx: EntityManager = this.database.manager): Promise<string | null> {
    const [row] = await select<{ id: string }>(
      tx,
      `SELECT leader.id FROM staff s JOIN teams t ON t.id = s.team_id JOIN staff leader ON leader.id = t.leader_id
       WHERE s.id = ? AND leader.id <> s.id AND leader.active = 1`,
      [staffId],
    );
    return row?.id ?? null;
  }

  /** Active managers of a project, oldest entry first. */
  managersOf(projectId: string, tx?: EntityManager): Promise<string[]> {
    return this.holdersOf(projectId, 'manager', tx);
  }

  /** Whoever cares for the owners of a project: customer relations, else its managers. Oldest entry first. */
  async relationsOf(projectId: string, tx?: EntityManager): Promise<string[]> {
    const relations = await this.holdersOf(projectId, 'relations', tx);
    return relations.length > 0 ? relations : this.managersOf(projectId, tx);
  }

  /** Who pays for a project, oldest entry first. */
  financeOf(projectId: string, tx?: EntityManager): Promise<string[]> {
    return this.holdersOf(projectId, 'finance', tx);
  }

  /** Everybody of these teams, people who left included: a leader still sees what those held. */
  async teamMembers(teamIds: readonly string[]): Promise<string[]> {
    if (teamIds.length === 0) return [];
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM staff WHERE team_id IN ${marks(teamIds.length)} ORDER BY id`,
      teamIds,
    );
    return rows.map((r) => r.id);
  }

  async projectsOf(staffId: string): Promise<string[]> {
    const rows = await this.database.rows<{ project_id: string }>(
      'SELECT project_id FROM staff_projects WHERE staff_id = ? ORDER BY project_id',
      [staffId],
    );
    return rows.map((r) => r.project_id);
  }

  async ledTeams(staffId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>('SELECT id FROM teams WHERE leader_id = ? ORDER BY id', [staffId]);
    return rows.map((r) => r.id);
  }

  private async postedTo(
    projectId: string,
    roles: readonly Role[],
    tx: EntityManager = this.database.manager,
  ): Promise<ServingColleague[]> {
    const rows = await select<SellingRow>(
      tx,
      `SELECT s.id, s.name, s.roles, s.team_id, s.on_duty, s.capacity, s.daily_quota, s.skills, s.shift_id FROM staff s
       JOIN staff_projects p ON p.staff_id = s.id
       WHERE p.project_id = ? AND s.active = 1 AND (${roles.map(() => 's.roles LIKE ?').join(' OR ')}) ORDER BY s.id`,
      [projectId, ...roles.map((role) => `%"${role}"%`)],
    );
    return rows.map((r) => ({
      id: r.id,
      name: r.name,
      teamId: r.team_id,
      active: true,
      onDuty: Boolean(r.on_duty),
      capacity: r.capacity,
      dailyQuota: r.daily_quota,
      skills: JSON.parse(r.skills) as string[],
      shiftId: r.shift_id,
      roles: JSON.parse(r.roles) as Role[],
    }));
  }

  private async holdersOf(projectId: string, role: Role, tx?: EntityManager): Promise<string[]> {
    const people = await this.activeAt(projectId, tx);
    return people.filter((p) => p.roles.includes(role)).map((p) => p.id);
  }

  private activeAt(projectId: string, tx: EntityManager = this.database.manager): Promise<Staff[]> {
    return tx
      .createQueryBuilder(Staff, 'staff')
      .innerJoin('staff_projects', 'post', 'post.staff_id = staff.id')
      .where('post.project_id = :projectId AND staff.active = :active', { projectId, active: true })
      .orderBy('staff.id')
      .getMany();
  }

  private async people(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Staff[]> {
    return ids.length === 0 ? [] : tx.findBy(Staff, { id: In([...new Set(ids)]) });
  }
}
