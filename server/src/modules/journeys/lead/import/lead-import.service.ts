import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { inspectTable, TableFiles, type TableUpload } from '../../../../platform/spreadsheet';
import { type ProjectBrief, ProjectQueries } from '../../../registers/project';
import { LeadImport } from './lead-import.entity';
import { importSubject, LEAD_IMPORT } from './lead-import.jobs';
import { LeadImportQueries } from './lead-import.queries';
import { mappingOf } from './lead-import-mapping';

/** Opens imports: the file is read through once, so that what is refused is refused as a whole, before its first row is taken. */
@Injectable()
export class LeadImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly projects: ProjectQueries,
    private readonly imports: LeadImportQueries,
    private readonly files: TableFiles,
  ) {}

  /**
   * The import of this file for this project; the same file again is the same import, and takes up one that failed.
   * @throws CodedError `import.*` for a table that cannot be taken, `project.not-found` for somebody else's project
   */
  async start(actor: StaffActor, upload: TableUpload): Promise<{ id: string }> {
    try {
      const project = await this.projects.ofStaff(actor, upload.fields.projectId);
      const known = await this.imports.ofFile(project.id, upload.fileHash);
      if (known && known.status !== 'failed') return { id: known.id };
      const table = await inspectTable(upload.path);
      mappingOf(table.header);
      if (table.rows === 0) throw coded('import.file-unreadable', '表格里只有列名，没有可以导入的行');
      await this.files.keep(upload.path, project.id, upload.fileHash);
      const { id, status } = await this.database.useCase((tx) => this.open(tx, actor, project, upload, table.rows));
      if (status === 'done') await this.files.remove(this.files.pathOf(project.id, upload.fileHash));
      return { id };
    } finally {
      await this.files.remove(upload.path);
    }
  }

  private async open(
    tx: EntityManager,
    actor: StaffActor,
    project: ProjectBrief,
    { fileHash, fileName }: TableUpload,
    total: number,
  ): Promise<Pick<LeadImport, 'id' | 'status'>> {
    const row = { id: newId(), project_id: project.id, file_hash: fileHash, file_name: fileName, status: 'running', total };
    try {
      await insertRows(tx, 'lead_imports', [{ ...row, started_by_id: actor.staffId, started_at: this.clock.now() }]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.takeUp(tx, actor, project.id, fileHash);
    }
    await this.addJob(tx, row.id);
    return { id: row.id, status: 'running' };
  }

  /** Somebody sent this file before. One that failed goes on where it stopped. */
  private async takeUp(tx: EntityManager, actor: StaffActor, projectId: string, fileHash: string): Promise<LeadImport> {
    const lock = this.database.dialect === 'mysql' ? ({ lock: { mode: 'pessimistic_write' } } as const) : {};
    const known = await tx.findOneOrFail(LeadImport, { where: { projectId, fileHash }, ...lock });
    const again = await execute(
      tx,
      `UPDATE lead_imports SET status = 'running', error = NULL, finished_at = NULL, started_by_id = ? WHERE id = ? AND status = 'failed'`,
      [actor.staffId, known.id],
    );
    if (again > 0) await this.addJob(tx, known.id);
    return known;
  }

  private addJob(tx: EntityManager, importId: string): Promise<void> {
    const subject = importSubject(importId);
    return this.jobs.add(tx, { kind: LEAD_IMPORT, payload: { importId }, subject, key: subject });
  }
}
