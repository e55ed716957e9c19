import type { StoryStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Int, Ref, Text } from '../../../platform/database/columns';

/** What an owner tells of living here. Its pictures are uploads with the subject `story:<id>`. */
@Entity('stories')
@Index(['waitingKey'], { unique: true })
@Index(['projectId', 'status', 'publishedAt', 'id'])
@Index(['projectId', 'status', 'id'])
@Index(['customerId', 'id'])
export class Story {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  /** The home it is told of; never shown to the public. */
  @ForeignKey('units') @Ref() unitId: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @Text(10) status: StoryStatus;
  @Text(30) title: string;
  @Text(2_000) words: string;
  @Int({ nullable: true }) stars: number | null;
  /** As everybody sees the author: 王**. Masked before it is written, so that a public list reads no name. */
  @Text(20) byline: string;
  /** What the author agreed to when they sent it. */
  @Text(20) consentVersion: string;
  /** The author while it waits: one person has one story in the queue. */
  @Text(36, { nullable: true }) waitingKey: string | null;
  @Text(200, { nullable: true }) reason: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) decidedById: string | null;
  @Instant({ nullable: true }) decidedAt: number | null;
  /** Set while it is public. */
  @Instant({ nullable: true }) publishedAt: number | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}
