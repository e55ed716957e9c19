import { beijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { normalisePhone } from '../../../../platform/phone';
import { TableFiles, type TableUpload } from '../../../../platform/spreadsheet';
import { type ProjectBrief, ProjectQueries, UnitQueries } from '../../project';
import { HomeImportQueries } from './home-import.queries';
import { HomeImportBatchService } from './home-import-batch.service';
import { homesAtOnce, type ListedHome, readHomeList } from './home-list';
import { unitFinder } from './home-list-mapping';

const ROWS_AT_ONCE = 500;

/**
 * Takes a purchaser list into the register within its upload: a project has thousands of homes, not millions. The file is read
 * through before its first row is taken, and an upload that broke off goes on when the same file is sent again.
 */
@Injectable()
export class HomeImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly projects: ProjectQueries,
    private readonly units: UnitQueries,
    private readonly imports: HomeImportQueries,
    private readonly batches: HomeImportBatchService,
    private readonly files: TableFiles,
  ) {}

  /**
   * The import of this file for this project; the same file again is the same import.
   * @throws CodedError `import.*` for a list that cannot be taken, `project.not-found` for somebody else's project
   */
  async start(actor: StaffActor, asked: string | undefined, upload: TableUpload): Promise<{ id: string }> {
    try {
      const project = await this.projects.ofStaff(actor, asked);
      const known = await this.imports.ofFile(project.id, upload.fileHash);
      if (known?.status === 'done') return { id: known.id };
      const { homes, rows } = await this.read(project, upload.path);
      if (rows === 0) throw coded('import.file-unreadable', '表格里只有列名，没有可以导入的行');
      const id = known?.id ?? (await this.open(actor, project, upload, rows));
      for (const lot of homesAtOnce(homes, ROWS_AT_ONCE)) await this.batches.take(id, lot);
      await this.finish(actor, id, project.id);
      return { id };
    } finally {
      await this.files.remove(upload.path);
    }
  }

  private async read(project: ProjectBrief, path: string): Promise<{ homes: ListedHome[]; rows: number }> {
    const findUnit = unitFinder(await this.units.ofProject(project.id));
    const ports = { readPhone: (text: string) => normalisePhone(text), findUnit, today: beijingDate(this.clock.now()) };
    return readHomeList(path, ports, (phone) => this.cipher.blindIndex(phone));
  }

  private async open(actor: StaffActor, project: ProjectBrief, { fileHash, fileName }: TableUpload, total: number): Promise<string> {
    const id = newId();
    const row = { id, project_id: project.id, file_hash: fileHash, file_name: fileName, status: 'running', total };
    try {
      await this.database.transaction((tx) =>
        insertRows(tx, 'home_imports', [{ ...row, started_by_id: actor.staffId, started_at: this.clock.now() }]),
      );
      return id;
    } catch (error) {
      const other = isDuplicate(error) ? await this.imports.ofFile(project.id, fileHash) : null;
      if (!other) throw error;
      return other.id;
    }
  }

  private async finish(actor: StaffActor, id: string, projectId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const done = await execute(tx, `UPDATE home_imports SET status = 'done', finished_at = ? WHERE id = ? AND status = 'running'`, [
        this.clock.now(),
        id,
      ]);
      if (done > 0) await this.audit.record(tx, actor.staffId, 'home.list-imported', `home-import:${id}`, { projectId });
    });
  }
}
