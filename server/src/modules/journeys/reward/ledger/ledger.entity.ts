import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Big, Id, Instant, Int, Ref, Text } from '../../../../platform/database/columns';

/** Row to lock, so that what somebody has is counted by one transaction at a time. */
@Entity('ledger_people')
export class LedgerPerson {
  @ForeignKey('customers') @PrimaryColumn({ type: 'varchar', length: 36 }) personId: string;
}

/** Append-only: a mistake is made good by a transfer the other way. */
@Entity('ledger_transfers')
@Index(['transferKey'], { unique: true })
@Index(['rewardId'])
export class LedgerTransfer {
  @Id() id: string;
  /** What was done to what, once: `reward:<id>:pay`. */
  @Text(120) transferKey: string;
  @Text(12) kind: string;
  @Instant() at: number;
  @Text(200) text: string;
  @ForeignKey('rewards') @Ref({ nullable: true }) rewardId: string | null;
}

/** Lines of one transfer add up to nothing in each unit. */
@Entity('ledger_entries')
@Index(['personId', 'account', 'transferId'])
export class LedgerEntry {
  @ForeignKey('ledger_transfers') @PrimaryColumn({ type: 'varchar', length: 36 }) transferId: string;
  @PrimaryColumn({ type: 'int' }) line: number;
  @Text(16) account: string;
  @ForeignKey('customers') @Ref({ nullable: true }) personId: string | null;
  @Text(6) unit: 'fen' | 'points';
  /** Fen or points; positive is a debit. */
  @Big() amount: number;
}

/** Points that were earned together and lapse together; spent oldest first. */
@Entity('point_lots')
@Index(['personId', 'expiresAt'])
export class PointLot {
  @Id() id: string;
  @ForeignKey('customers') @Ref() personId: string;
  @Int() points: number;
  @Int() leftPoints: number;
  @Instant() earnedAt: number;
  /** Null: never. */
  @Instant({ nullable: true }) expiresAt: number | null;
}
