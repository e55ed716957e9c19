import type { PhotoPurpose, UploadKind } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Int, Ref, Text } from '../../../platform/database/columns';

/** A photo or video that was taken in. Without a subject it belongs to nothing yet and is swept away after a day. */
@Entity('uploads')
@Index(['accountId', 'clientKey'], { unique: true })
@Index(['accountId', 'createdAt'])
@Index(['subject', 'createdAt'])
@Index(['customerId'])
@Index(['staffId'])
export class Upload {
  @Id() id: string;
  @ForeignKey('accounts') @Ref() accountId: string;
  /** Who that account was at the time. */
  @ForeignKey('customers') @Ref({ nullable: true }) customerId: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) staffId: string | null;
  /** Hash of the client's Idempotency-Key. */
  @Text(64, { nullable: true }) clientKey: string | null;
  @Text(5) kind: UploadKind;
  /** What it belongs to, such as `work-order:<id>`. */
  @Text(80, { nullable: true }) subject: string | null;
  @Text(10, { nullable: true }) purpose: PhotoPurpose | null;
  /** Order among those of one subject. */
  @Int({ default: 0 }) position: number;
  @Text(120) storageKey: string;
  @Text(120, { nullable: true }) thumbKey: string | null;
  @Text(20) mime: string;
  /** Of the file as it is kept. */
  @Int() bytes: number;
  @Int({ nullable: true }) width: number | null;
  @Int({ nullable: true }) height: number | null;
  @Int({ nullable: true }) durationMs: number | null;
  /** Of the file as it was sent, by which a repeated upload is known again. */
  @Text(64) sha256: string;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) attachedAt: number | null;
}
