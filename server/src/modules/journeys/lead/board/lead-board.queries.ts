import { type LeadBoard, type LeadStatus, OPEN_LEAD_STATUSES, ROLE_LABELS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { ColleagueQueries, StaffQueries } from '../../../registers/staff';
import { LeadAccess } from '../lead-access';

interface CountRow {
  owner_id: string | null;
  status: LeadStatus;
  count: number;
  late: number | string | null;
}

/** What a leader watches: how many, with whom, and what is late. */
@Injectable()
export class LeadBoardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: LeadAccess,
    private readonly staff: StaffQueries,
    private readonly colleagues: ColleagueQueries,
  ) {}

  async board(actor: StaffActor, projectId: string): Promise<LeadBoard> {
    const now = this.clock.now();
    const scope = await this.access.condition(actor);
    const [rows, colleagues] = await Promise.all([
      this.database.rows<CountRow>(
        `SELECT l.owner_id, l.status, COUNT(*) AS count,
           SUM(CASE WHEN (l.status = 'offered' AND l.accept_by < ?) OR (l.status = 'accepted' AND l.next_follow_up_at < ?) THEN 1 ELSE 0 END) AS late
         FROM leads l WHERE l.project_id = ? AND l.status IN ${marks(OPEN_LEAD_STATUSES.length)} AND ${scope.sql} GROUP BY l.owner_id, l.status`,
        [now, now, projectId, ...OPEN_LEAD_STATUSES, ...scope.values],
      ),
      this.colleagues.list(actor, projectId),
    ]);
    const sum = (list: readonly CountRow[], key: 'count' | 'late') => list.reduce((total, row) => total + Number(row[key] ?? 0), 0);
    const visible = actor.scope.kind === 'team' ? new Set(await this.staff.teamMembers(actor.scope.teamIds)) : null;
    return {
      counts: OPEN_LEAD_STATUSES.map((status) => ({
        status,
        count: sum(
          rows.filter((r) => r.status === status),
          'count',
        ),
      })),
      late: {
        waitingAcceptance: sum(
          rows.filter((r) => r.status === 'offered'),
          'late',
        ),
        followUps: sum(
          rows.filter((r) => r.status === 'accepted'),
          'late',
        ),
      },
      people: colleagues
        .filter((c) => c.role === ROLE_LABELS.agent && (!visible || visible.has(c.id)))
        .map((c) => {
          const own = rows.filter((r) => r.owner_id === c.id);
          return {
            id: c.id,
            name: c.name,
            teamName: c.teamName,
            onDuty: c.onDuty,
            open: sum(own, 'count'),
            capacity: c.capacity,
            waiting: sum(
              own.filter((r) => r.status === 'offered'),
              'count',
            ),
            late: sum(own, 'late'),
          };
        }),
    };
  }
}
