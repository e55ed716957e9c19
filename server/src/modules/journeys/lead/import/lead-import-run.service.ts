import type { ChannelView } from '@guihu/shared';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { type ClaimedJob, type JobOutcome, PermanentJobError } from '../../../../platform/jobs/job-registry';
import { normalisePhone } from '../../../../platform/phone';
import { inBatches, readTable, TableFileError, TableFiles, type TableRow } from '../../../../platform/spreadsheet';
import { ChannelDirectory, ProjectQueries } from '../../../registers/project';
import type { LeadImport } from './lead-import.entity';
import { importSubject, LEAD_IMPORT } from './lead-import.jobs';
import { LeadImportQueries } from './lead-import.queries';
import { type ImportPlan, LeadImportBatchService } from './lead-import-batch.service';
import { mappingOf } from './lead-import-mapping';

const BATCH_ROWS = 100;
/** Machine time. A worker that holds a long import also owes people their messages, so the rest goes back to the queue. */
const SHIFT_MS = 1_000;
const FAILED = '导入中断，请重新上传同一份文件，已导入的行不会重复';

/** Carries an import through, a while at a time. */
@Injectable()
export class LeadImportRunService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly imports: LeadImportQueries,
    private readonly batches: LeadImportBatchService,
    private readonly files: TableFiles,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const running = await this.imports.running();
    await this.files.tidy(new Set(running.map((i) => this.files.pathOf(i.projectId, i.fileHash))));
  }

  /** Goes on from the first row that has no result; asks for another turn when the time is over. */
  async work(importId: string, job: ClaimedJob): Promise<JobOutcome> {
    const found = await this.imports.byId(importId);
    if (found?.status !== 'running') return 'skipped';
    const file = this.files.pathOf(found.projectId, found.fileHash);
    const resumeAfter = await this.imports.lastRowTaken(importId);
    let plan: ImportPlan | undefined;
    const cameAt = this.clock.wall();
    let startedAt: number | undefined;
    try {
      for await (const rows of inBatches(readTable(file), BATCH_ROWS, resumeAfter)) {
        startedAt ??= this.clock.wall();
        plan ??= await this.planFor(found, rows);
        await this.batches.take(plan, rows);
        // Never shorter than finding the place again took, or a large table would be mostly read and hardly taken.
        if (this.clock.wall() - startedAt >= Math.max(SHIFT_MS, startedAt - cameAt)) return await this.handOn(found, job);
      }
    } catch (error) {
      throw error instanceof TableFileError ? new PermanentJobError(error.message) : error;
    }
    await this.finish(found, job);
    return 'done';
  }

  /** Given up: people see it on the import, and sending the file again takes it up where it stopped. */
  async giveUp(importId: string): Promise<void> {
    const found = await this.imports.byId(importId);
    if (found?.status !== 'running') return;
    await this.database.transaction((tx) =>
      execute(tx, `UPDATE lead_imports SET status = 'failed', error = ?, finished_at = ? WHERE id = ? AND status = 'running'`, [
        FAILED,
        this.clock.now(),
        importId,
      ]),
    );
    await this.files.remove(this.files.pathOf(found.projectId, found.fileHash));
  }

  private async handOn({ id }: LeadImport, job: ClaimedJob): Promise<JobOutcome> {
    await this.database.transaction(async (tx) => {
      await job.finish(tx);
      await this.jobs.add(tx, { kind: LEAD_IMPORT, payload: { importId: id }, subject: importSubject(id), key: importSubject(id) });
    });
    return 'done';
  }

  private async finish({ id, projectId, fileHash }: LeadImport, job: ClaimedJob): Promise<void> {
    await this.database.transaction(async (tx) => {
      await execute(tx, `UPDATE lead_imports SET status = 'done', finished_at = ? WHERE id = ? AND status = 'running'`, [
        this.clock.now(),
        id,
      ]);
      await job.finish(tx);
    });
    await this.files.remove(this.files.pathOf(projectId, fileHash));
  }

  private async planFor(found: LeadImport, rows: readonly TableRow[]): Promise<ImportPlan> {
    const [project, channels] = await Promise.all([this.projects.find(found.projectId), this.channels.list()]);
    if (!project) throw new PermanentJobError(`no project ${found.projectId}`);
    const byWord = new Map(channels.flatMap((c) => [c.code, c.name].map((word): [string, ChannelView] => [plain(word), c])));
    return {
      import: found,
      project,
      mapping: mappingOf(Object.keys(rows[0]?.cells ?? {})),
      ports: { readPhone: (text) => normalisePhone(text), findChannel: (text) => byWord.get(plain(text)) ?? null },
      channels: new Map(channels.map((c) => [c.code, c])),
    };
  }
}

/** As the channel directory compares: full-width letters, spaces and case do not make another word. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
