import type { HomeRight, HomeRole } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** A unit that was handed over; the statutory warranty counts from that day. */
@Entity('deliveries')
export class Delivery {
  @ForeignKey('units') @PrimaryColumn({ type: 'varchar', length: 36 }) unitId: string;
  /** Civil day of Beijing, `YYYY-MM-DD`. */
  @Text(10) deliveredOn: string;
  /** Who built it; whom a fault within warranty goes back to. */
  @Text(60, { nullable: true }) contractor: string | null;
}

/**
 * Somebody of a home: an owner of the purchaser list, or family and tenants whom an owner invited. A row that ended stays, so
 * that who lived there at any day can be told.
 */
@Entity('residents')
@Index(['activeKey'], { unique: true })
@Index(['phoneIndex'])
@Index(['customerId'])
@Index(['unitId', 'endedAt'])
export class Resident {
  @Id() id: string;
  @ForeignKey('units') @Ref() unitId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(10) role: HomeRole;
  @Json() may: HomeRight[];
  @Text(40) name: string;
  /** E.164, encrypted. */
  @Text(200) phoneSealed: string;
  /** Blind index of the E.164 number. */
  @Text(64) phoneIndex: string;
  /** Null until the person of this phone has shown themselves. */
  @ForeignKey('customers') @Ref({ nullable: true }) customerId: string | null;
  @Text(10) source: 'import' | 'invitation';
  @ForeignKey('residents') @Ref({ nullable: true }) invitedById: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) boundAt: number | null;
  /** The instant at which a tenancy is over, whether or not anybody has looked since. */
  @Instant({ nullable: true }) untilAt: number | null;
  @Instant({ nullable: true }) endedAt: number | null;
  /** `<unit>:<phone index>` until the row ends: one phone is in a unit once at a time. */
  @Text(101, { nullable: true }) activeKey: string | null;
}

/** A word given to somebody outside: the code itself is known to nobody but them. */
@Entity('home_invitations')
@Index(['codeHash'], { unique: true })
@Index(['unitId', 'expiresAt'])
export class HomeInvitationRecord {
  @Id() id: string;
  @ForeignKey('units') @Ref() unitId: string;
  @Text(10) role: HomeRole;
  @Json() may: HomeRight[];
  @Instant({ nullable: true }) untilAt: number | null;
  /** SHA-256, hexadecimal. */
  @Text(64) codeHash: string;
  @ForeignKey('residents') @Ref() invitedById: string;
  @Instant() createdAt: number;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) usedAt: number | null;
  @ForeignKey('customers') @Ref({ nullable: true }) usedById: string | null;
  @Instant({ nullable: true }) revokedAt: number | null;
}

/** How often somebody claimed a home lately; whoever tries door after door is stopped. */
@Entity('home_claim_counts')
export class HomeClaimCount {
  @ForeignKey('accounts') @PrimaryColumn({ type: 'varchar', length: 36 }) accountId: string;
  @Instant() windowFrom: number;
  @Int() claims: number;
}

/** One uploaded purchaser list; the same file for the same project is the same import. */
@Entity('home_imports')
@Index(['projectId', 'fileHash'], { unique: true })
export class HomeImport {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(64) fileHash: string;
  @Text(120) fileName: string;
  @Text(10) status: 'running' | 'done';
  @Int() total: number;
  @Int({ default: 0 }) created: number;
  @Int({ default: 0 }) updated: number;
  @Int({ default: 0 }) rejected: number;
  @ForeignKey('staff') @Ref() startedById: string;
  @Instant() startedAt: number;
  @Instant({ nullable: true }) finishedAt: number | null;
}

/** What became of one row; written with what it changed. */
@Entity('home_import_rows')
export class HomeImportRow {
  @ForeignKey('home_imports') @PrimaryColumn({ type: 'varchar', length: 36 }) importId: string;
  /** As a spreadsheet counts. */
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @Text(10) result: 'created' | 'updated' | 'rejected';
  @Text(200, { nullable: true }) reason: string | null;
}
