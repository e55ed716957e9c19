import type { ExtraInterestStatus, ExtraKind } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Instant, Int, Ref, Text } from '../../../platform/database/columns';

/** Something that owners of a project may have beside their home. Its picture is an upload with the subject `extra:<id>`. */
@Entity('extras')
@Index(['projectId', 'position'])
export class Extra {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(12) kind: ExtraKind;
  @Text(30) title: string;
  @Text(500) words: string;
  /** Beijing days, the last one included. */
  @Text(10) fromDay: string;
  @Text(10, { nullable: true }) untilDay: string | null;
  @Flag() active: boolean;
  @Int() position: number;
  /** Who is told of interest; empty: customer relations. */
  @ForeignKey('staff') @Ref({ nullable: true }) responsibleId: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

/** One owner wants to hear of one extra; asked for once, however often they tap. */
@Entity('extra_interests')
@Index(['extraId', 'customerId'], { unique: true })
@Index(['projectId', 'status', 'id'])
@Index(['projectId', 'id'])
@Index(['customerId'])
export class ExtraInterest {
  @Id() id: string;
  @ForeignKey('extras') @Ref() extraId: string;
  /** The extra's, so that a project's interests are one range of an index. */
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('customers') @Ref() customerId: string;
  /** The home by which they were shown it. */
  @ForeignKey('units') @Ref() unitId: string;
  @Text(12) status: ExtraInterestStatus;
  @Text(20) consentVersion: string;
  /** What the colleague wrote down last. */
  @Text(200, { nullable: true }) note: string | null;
  /** When somebody first spoke to them about it. */
  @Instant({ nullable: true }) contactedAt: number | null;
  @ForeignKey('staff') @Ref({ nullable: true }) followedById: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

/** Somebody had it before their eyes on some day. */
@Entity('extra_views')
@Index(['extraId', 'at'])
export class ExtraView {
  /** `extra:customer:day`: a person counts once a day. */
  @PrimaryColumn({ type: 'varchar', length: 90 }) viewKey: string;
  @ForeignKey('extras') @Ref() extraId: string;
  @Instant() at: number;
}
