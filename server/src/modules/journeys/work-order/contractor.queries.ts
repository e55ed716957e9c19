import type { ContractorView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';

/** Firms that can be sent instead of an own engineer. */
@Injectable()
export class ContractorQueries {
  constructor(private readonly database: Database) {}

  /**
   * Those of a project that work for it at present, sorted by trade.
   * @throws CodedError `project.not-found` for a project that is not theirs
   */
  async list(actor: StaffActor, projectId: string): Promise<ContractorView[]> {
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
    return this.database.rows<ContractorView>(
      'SELECT id, name, trade, phone FROM contractors WHERE project_id = ? AND active = 1 ORDER BY trade, name, id',
      [projectId],
    );
  }

  /** The name of a firm; with a project, only of one that may be sent to its homes now. Null when there is none such. */
  async nameOf(tx: EntityManager, id: string | null, projectId?: string): Promise<string | null> {
    if (id === null) return null;
    const [own, values] = projectId === undefined ? ['', []] : [' AND project_id = ? AND active = 1', [projectId]];
    const [row] = await select<{ name: string }>(tx, `SELECT name FROM contractors WHERE id = ?${own}`, [id, ...values]);
    return row?.name ?? null;
  }

  /** Names by id, of those that no longer work for us too. */
  async names(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const distinct = [...new Set(ids)];
    const rows = await select<{ id: string; name: string }>(
      tx,
      `SELECT id, name FROM contractors WHERE id IN ${marks(distinct.length)}`,
      distinct,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
