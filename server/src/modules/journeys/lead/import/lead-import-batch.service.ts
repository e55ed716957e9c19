import type { ChannelView, LeadLevel } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { Database, execute, insertRows, marks, select } from '../../../../platform/database/database';
import { CodedError } from '../../../../platform/http/coded-error';
import { Log } from '../../../../platform/logging/log';
import type { TableRow } from '../../../../platform/spreadsheet';
import type { ProjectBrief } from '../../../registers/project';
import { type Arrival, type Arrived, LeadIntakeService } from '../intake/lead-intake.service';
import type { LeadImport } from './lead-import.entity';
import type { LeadDraft, MappingPorts, TableMapping } from './lead-import-mapping';
import type { ReportRow } from './lead-import-report';

/** Everything that stays the same from row to row. */
export interface ImportPlan {
  import: LeadImport;
  project: ProjectBrief;
  mapping: TableMapping;
  ports: MappingPorts;
  channels: ReadonlyMap<string, ChannelView>;
}

type Accepted = { row: TableRow; draft: LeadDraft };

const LONGEST_REASON = 200;
const JOINED = '这个手机号已有进行中的线索，已合并到那条线索';
const FAILED = '这一行没能写入，请检查内容后单独录入';

/**
 * Takes rows of a table as leads. A row's result is written with its lead, so however often an import is interrupted and by
 * however many workers it is taken up, every row is taken exactly once.
 */
@Injectable()
export class LeadImportBatchService {
  constructor(
    private readonly database: Database,
    private readonly intake: LeadIntakeService,
    private readonly log: Log,
  ) {}

  /** Rows that fail together are tried one by one, so that a bad row is refused alone. Answers how many were not taken before. */
  async take(plan: ImportPlan, rows: readonly TableRow[]): Promise<number> {
    try {
      return await this.takeTogether(plan, rows);
    } catch (error) {
      this.log.warn({ importId: plan.import.id, err: error }, 'a batch of rows failed, taking them one by one');
    }
    let taken = 0;
    for (const row of rows) taken += await this.takeAlone(plan, row);
    return taken;
  }

  private async takeAlone(plan: ImportPlan, row: TableRow): Promise<number> {
    try {
      return await this.takeTogether(plan, [row]);
    } catch (error) {
      if (!isFaultOfRow(error)) throw error;
      this.log.warn({ importId: plan.import.id, rowNumber: row.rowNumber, err: error }, 'a row was refused');
      return this.write(plan, [row], async () => [refused(row, FAILED)]);
    }
  }

  private takeTogether(plan: ImportPlan, rows: readonly TableRow[]): Promise<number> {
    return this.write(plan, rows, async (tx, fresh) => {
      const accepted: Accepted[] = [];
      const results: ReportRow[] = [];
      for (const row of fresh) {
        const mapped = plan.mapping.map(row, plan.ports);
        if (mapped.ok) accepted.push({ row, draft: mapped.draft });
        else results.push(refused(row, mapped.reasons.join('；')));
      }
      if (accepted.length === 0) return results;
      const arrived = await this.intake.takeAll(
        tx,
        accepted.map(({ draft }) => arrivalOf(plan, draft)),
      );
      await this.setLevels(tx, accepted, arrived);
      return [...results, ...accepted.map(({ row }, i) => resultOf(row, arrived[i] as Arrived))];
    });
  }

  /** One transaction: which rows are still to be taken, what becomes of them, and the counts. */
  private write(
    plan: ImportPlan,
    rows: readonly TableRow[],
    work: (tx: EntityManager, fresh: TableRow[]) => Promise<ReportRow[]>,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const fresh = await this.notYetTaken(tx, plan.import.id, rows);
      if (fresh.length === 0) return 0;
      const results = await work(tx, fresh);
      await insertRows(
        tx,
        'lead_import_rows',
        results.map((r) => ({
          import_id: plan.import.id,
          row_no: r.rowNumber,
          result: r.result,
          reason: r.reason,
          receipt_no: r.receiptNo,
        })),
      );
      const count = (result: ReportRow['result']) => results.filter((r) => r.result === result).length;
      await execute(tx, 'UPDATE lead_imports SET created = created + ?, joined = joined + ?, rejected = rejected + ? WHERE id = ?', [
        count('created'),
        count('joined'),
        count('rejected'),
        plan.import.id,
      ]);
      return results.length;
    });
  }

  /** Holds the import while it looks: a worker that was taken for dead may still be at the same rows. */
  private async notYetTaken(tx: EntityManager, importId: string, rows: readonly TableRow[]): Promise<TableRow[]> {
    const lock = this.database.dialect === 'mysql' ? ' FOR UPDATE' : '';
    const open = await select(tx, `SELECT id FROM lead_imports WHERE id = ? AND status = 'running'${lock}`, [importId]);
    if (open.length === 0) return [];
    const numbers = rows.map((r) => r.rowNumber);
    const known = await select<{ row_no: number }>(
      tx,
      `SELECT row_no FROM lead_import_rows WHERE import_id = ? AND row_no IN ${marks(numbers.length)}`,
      [importId, ...numbers],
    );
    const taken = new Set(known.map((k) => k.row_no));
    return rows.filter((r) => !taken.has(r.rowNumber));
  }

  /** What a colleague has judged since stays: only leads that this table made get its level. */
  private async setLevels(tx: EntityManager, accepted: readonly Accepted[], arrived: readonly Arrived[]): Promise<void> {
    const byLevel = new Map<LeadLevel, string[]>();
    for (const [i, { draft }] of accepted.entries()) {
      const lead = arrived[i] as Arrived;
      if (draft.level && !lead.joined) byLevel.set(draft.level, [...(byLevel.get(draft.level) ?? []), lead.leadId]);
    }
    for (const [level, ids] of byLevel) await execute(tx, `UPDATE leads SET level = ? WHERE id IN ${marks(ids.length)}`, [level, ...ids]);
  }
}

/** Nobody agreed to anything by standing in a table, so no consent is recorded. */
function arrivalOf(plan: ImportPlan, draft: LeadDraft): Arrival {
  const channel = plan.channels.get(draft.channelCode);
  if (!channel) throw new CodedError('channel.unknown');
  return {
    project: plan.project,
    phone: draft.phone,
    name: draft.name,
    gender: draft.gender,
    channel,
    intent: draft.intent,
    touchNote: draft.note,
    accountId: null,
    enteredById: plan.import.startedById,
    importId: plan.import.id,
    consent: null,
  };
}

const refused = ({ rowNumber }: TableRow, reason: string): ReportRow => ({
  rowNumber,
  result: 'rejected',
  reason: reason.slice(0, LONGEST_REASON),
  receiptNo: null,
});

const resultOf = ({ rowNumber }: TableRow, { joined, receiptNo }: Arrived): ReportRow => ({
  rowNumber,
  result: joined ? 'joined' : 'created',
  reason: joined ? JOINED : null,
  receiptNo,
});

/** A value that the database does not take, or code that trips over it; not a database or a network that is away. */
function isFaultOfRow(error: unknown): boolean {
  if (error instanceof CodedError) return true;
  const { code, sqlState } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: string; sqlState?: string };
  if (error instanceof QueryFailedError) return /^2[23]/.test(sqlState ?? '') || /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code ?? '');
  return code === undefined || code.startsWith('ERR_');
}
