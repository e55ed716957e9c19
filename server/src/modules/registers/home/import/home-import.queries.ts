import type { HomeImportView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { HomeImport } from '../home.entity';
import type { HomeReportRow } from './home-import-report';

const ROWS_AT_ONCE = 1_000;

@Injectable()
export class HomeImportQueries {
  constructor(private readonly database: Database) {}

  /** @throws CodedError `import.not-found`, also for an import of a project the colleague does not work for */
  async find(actor: StaffActor, id: string): Promise<HomeImportView> {
    const own = actor.scope.kind === 'group' ? {} : { projectId: In([...actor.projectIds]) };
    const found = await this.database.manager.findOneBy(HomeImport, { id, ...own });
    if (!found) throw coded('import.not-found');
    return viewOf(found);
  }

  ofFile(projectId: string, fileHash: string): Promise<HomeImport | null> {
    return this.database.manager.findOneBy(HomeImport, { projectId, fileHash });
  }

  /** Rows of the report in the order of the file, read as they are sent. */
  async *reportRows(importId: string): AsyncGenerator<HomeReportRow> {
    for (let after = 0; ; ) {
      const rows = await this.database.rows<HomeReportRow>(
        `SELECT row_no AS rowNumber, result, reason FROM home_import_rows WHERE import_id = ? AND row_no > ? ORDER BY row_no LIMIT ${ROWS_AT_ONCE}`,
        [importId, after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < ROWS_AT_ONCE) return;
      after = last.rowNumber;
    }
  }
}

const viewOf = (found: HomeImport): HomeImportView => ({
  id: found.id,
  status: found.status,
  fileName: found.fileName,
  total: found.total,
  created: found.created,
  updated: found.updated,
  rejected: found.rejected,
  reportUrl: found.status === 'running' ? null : `/api/staff/home-imports/${found.id}/report`,
  startedAt: new Date(found.startedAt).toISOString(),
  finishedAt: found.finishedAt === null ? null : new Date(found.finishedAt).toISOString(),
});
