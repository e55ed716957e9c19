import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Ref, Text } from '../../../../platform/database/columns';

/** One uploaded table of leads; the same file for the same project is the same import. */
@Entity('lead_imports')
@Index(['projectId', 'fileHash'], { unique: true })
export class LeadImport {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(64) fileHash: string;
  @Text(120) fileName: string;
  @Text(10) status: 'running' | 'done' | 'failed';
  @Int({ default: 0 }) total: number;
  @Int({ default: 0 }) created: number;
  @Int({ default: 0 }) joined: number;
  @Int({ default: 0 }) rejected: number;
  @Text(200, { nullable: true }) error: string | null;
  @ForeignKey('staff') @Ref() startedById: string;
  @Instant() startedAt: number;
  @Instant({ nullable: true }) finishedAt: number | null;
}

/** What became of one row; written with the lead, so that an interrupted import goes on where it stopped. */
@Entity('lead_import_rows')
export class LeadImportRow {
  @ForeignKey('lead_imports') @PrimaryColumn({ type: 'varchar', length: 36 }) importId: string;
  /** As a spreadsheet counts. Called so because MySQL keeps ROW_NUMBER for itself. */
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @Text(10) result: 'created' | 'joined' | 'rejected';
  @Text(200, { nullable: true }) reason: string | null;
  @Text(24, { nullable: true }) receiptNo: string | null;
}
