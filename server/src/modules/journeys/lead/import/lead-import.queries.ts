import type { LeadImportView, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { LeadImport } from './lead-import.entity';
import type { ReportRow } from './lead-import-report';

const ROWS_AT_ONCE = 1_000;

@Injectable()
export class LeadImportQueries {
  constructor(private readonly database: Database) {}

  /** @throws CodedError `import.not-found`, also for an import of a project the colleague does not work for */
  async find(actor: StaffActor, id: string): Promise<LeadImportView> {
    const found = await this.database.manager.findOneBy(LeadImport, { id, ...within(actor) });
    if (!found) throw coded('import.not-found');
    return viewOf(found);
  }

  /** Newest first. */
  async list(actor: StaffActor, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<LeadImportView>> {
    const before = cursor ? { id: LessThan(String(decodeCursor(cursor)[0])) } : {};
    const found = await this.database.manager.find(LeadImport, {
      where: { ...within(actor), ...before },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = found.slice(0, limit);
    return { items: page.map(viewOf), nextCursor: found.length > limit ? encodeCursor([page.at(-1)?.id ?? '']) : null };
  }

  /** Rows of the report in the order of the file, read as they are sent; one at work shows what it has so far. */
  async *reportRows(importId: string): AsyncGenerator<ReportRow> {
    for (let after = 0; ; ) {
      const rows = await this.database.rows<ReportRow>(
        `SELECT row_no AS rowNumber, result, reason, receipt_no AS receiptNo FROM lead_import_rows
         WHERE import_id = ? AND row_no > ? ORDER BY row_no LIMIT ${ROWS_AT_ONCE}`,
        [importId, after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < ROWS_AT_ONCE) return;
      after = last.rowNumber;
    }
  }

  ofFile(projectId: string, fileHash: string): Promise<LeadImport | null> {
    return this.database.manager.findOneBy(LeadImport, { projectId, fileHash });
  }

  byId(id: string): Promise<LeadImport | null> {
    return this.database.manager.findOneBy(LeadImport, { id });
  }

  /** The row at which an interrupted import stopped; rows are taken in their order. */
  async lastRowTaken(importId: string): Promise<number> {
    const [row] = await this.database.rows<{ last: number | null }>(
      'SELECT MAX(row_no) AS last FROM lead_import_rows WHERE import_id = ?',
      [importId],
    );
    return Number(row?.last ?? 0);
  }

  running(): Promise<LeadImport[]> {
    return this.database.manager.findBy(LeadImport, { status: 'running' });
  }
}

const within = (actor: StaffActor) => (actor.scope.kind === 'group' ? {} : { projectId: In([...actor.projectIds]) });

const viewOf = (found: LeadImport): LeadImportView => ({
  id: found.id,
  status: found.status,
  fileName: found.fileName,
  total: found.total,
  created: found.created,
  joined: found.joined,
  rejected: found.rejected,
  reportUrl: found.status === 'running' ? null : `/api/staff/lead-imports/${found.id}/report`,
  error: found.error,
  startedAt: new Date(found.startedAt).toISOString(),
  finishedAt: found.finishedAt === null ? null : new Date(found.finishedAt).toISOString(),
});
