import type { RedemptionStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, Instant, Int, Json, Ref, Text } from '../../../../platform/database/columns';

@Entity('catalogue_items')
@Index(['active', 'position'])
export class CatalogueItemRecord {
  @Id() id: string;
  /** Whose desk hands it over. */
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(40) title: string;
  @Text(200) description: string;
  @Int() points: number;
  @Int() stock: number;
  @Int() position: number;
  @Flag() active: boolean;
}

@Entity('redemptions')
@Index(['openCode'], { unique: true })
@Index(['personId', 'id'])
@Index(['projectId', 'status', 'id'])
@Index(['projectId', 'id'])
export class RedemptionRecord {
  @Id() id: string;
  @ForeignKey('customers') @Ref() personId: string;
  @ForeignKey('catalogue_items') @Ref() itemId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  /** As the item was called then. */
  @Text(40) title: string;
  @Int() points: number;
  @Text(12) status: RedemptionStatus;
  @Text(8) pickUpCode: string;
  /** `<project>:<code>` while it waits: one code at a desk means one gift. */
  @Text(46, { nullable: true }) openCode: string | null;
  /** Which points it took, so that they can be given back as they were. */
  @Json() taken: { lotId: string; points: number; expiresAt: number | null }[];
  @Instant() createdAt: number;
  @Instant({ nullable: true }) closedAt: number | null;
  @ForeignKey('staff') @Ref({ nullable: true }) closedById: string | null;
  @Text(200, { nullable: true }) reason: string | null;
}
