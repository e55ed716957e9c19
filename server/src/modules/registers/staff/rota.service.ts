import type { RotaTurn, RotaTurnRequest } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { type TurnRow, turnView } from './rota.queries';
import { turnRange } from './rota-range.policy';
import { StaffQueries } from './staff.queries';

interface Planned {
  id: string;
  name: string;
  /** The first one that the colleague and whoever plans have in common. */
  projectId: string;
}

/** Turns of the 24-hour rota (J15), planned by whoever leads the colleague or the project. */
@Injectable()
export class RotaService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Nobody is in two turns at once: plans for one colleague wait for each other, so of two that overlap the second is refused.
   * @throws CodedError `rota.invalid`, `rota.overlap`, `staff.not-found`
   */
  async plan(actor: StaffActor, request: RotaTurnRequest): Promise<RotaTurn> {
    const { from, to } = turnRange(request, this.clock.now());
    const colleague = await this.plannable(actor, request.staffId);
    if (!colleague) throw coded('staff.not-found');
    const id = newId();
    return this.database.useCase(async (tx) => {
      await this.holdPerson(tx, colleague.id);
      const overlapping = await select(tx, 'SELECT id FROM rota_turns WHERE staff_id = ? AND to_at > ? AND from_at < ?', [
        colleague.id,
        from,
        to,
      ]);
      if (overlapping.length > 0) throw coded('rota.overlap');
      const row = { id, staff_id: colleague.id, from_at: from, to_at: to };
      await insertRows(tx, 'rota_turns', [{ ...row, project_id: colleague.projectId, created_by_id: actor.staffId }]);
      await this.audit.record(tx, actor.staffId, 'rota.turn-planned', `staff:${colleague.id}`, { turnId: id, from, to });
      return turnView({ id, staffId: colleague.id, from, to }, colleague.name);
    });
  }

  /**
   * Takes a turn out of the plan; what is over stays as it was.
   * @throws CodedError `rota.not-found`, `rota.invalid`
   */
  remove(actor: StaffActor, id: string): Promise<{ id: string }> {
    return this.database.useCase(async (tx) => {
      const [turn] = await select<TurnRow>(tx, 'SELECT id, staff_id, from_at, to_at FROM rota_turns WHERE id = ?', [id]);
      if (!turn || !(await this.plannable(actor, turn.staff_id, { left: true }))) throw coded('rota.not-found');
      if (Number(turn.to_at) <= this.clock.now()) throw coded('rota.invalid', '已结束的班次不能删除');
      if ((await execute(tx, 'DELETE FROM rota_turns WHERE id = ?', [id])) === 0) throw coded('rota.not-found');
      const range = { from: Number(turn.from_at), to: Number(turn.to_at) };
      await this.audit.record(tx, actor.staffId, 'rota.turn-removed', `staff:${turn.staff_id}`, { turnId: id, ...range });
      return { id };
    });
  }

  /** SQLite runs one transaction at a time; elsewhere the colleague's row is what plans wait for. */
  private async holdPerson(tx: EntityManager, staffId: string): Promise<void> {
    if (this.database.dialect === 'mysql') await select(tx, 'SELECT id FROM staff WHERE id = ? FOR UPDATE', [staffId]);
  }

  /**
   * A colleague whom this one plans for: a leader for the led service teams, a manager for the project. Null for all others.
   * @throws CodedError `rota.invalid` for a colleague of theirs who serves no homes
   */
  private async plannable(actor: StaffActor, staffId: string, { left = false } = {}): Promise<Planned | null> {
    const colleague = (await this.staff.byIds([staffId])).get(staffId);
    if (!colleague || (!colleague.active && !left) || !(await this.plansFor(actor, colleague.teamId))) return null;
    const common = (await this.staff.projectsOf(staffId)).filter(
      (projectId) => actor.scope.kind === 'group' || actor.projectIds.includes(projectId),
    );
    const [projectId] = common;
    if (projectId === undefined) return null;
    const { name } = colleague;
    if (left) return { id: staffId, name, projectId };
    const serving = (await this.staff.servingStaff(projectId)).some((each) => each.id === staffId);
    if (!serving) throw refusedField('rota.invalid', 'staffId', 'role', '这位同事不参与维保轮值');
    return { id: staffId, name, projectId };
  }

  private async plansFor({ scope }: StaffActor, teamId: string | null): Promise<boolean> {
    if (scope.kind === 'own') return false;
    if (scope.kind !== 'team') return true;
    return (await this.staff.serviceTeams(scope.teamIds)).some((team) => team.id === teamId);
  }
}
