import type { PhotoPurpose, PhotoView, UploadKind } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { FileLinks } from './file-links';
import { Upload } from './upload.entity';
import { attachUpload, type UploadRow, uploadsOf } from './upload.rows';

/** Photos and videos, as journeys use them: what was sent before is given to what is reported now. */
@Injectable()
export class UploadRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: FileLinks,
  ) {}

  /**
   * Gives uploads to a subject such as `work-order:<id>`, in this order, after those it has. How many of each kind are
   * allowed is the caller's rule: it gets the kinds.
   * @throws CodedError `upload.not-found`, `upload.not-yours`, `upload.already-used`; then `tx` must roll back
   */
  async attach(
    tx: EntityManager,
    actor: { accountId: string },
    uploadIds: readonly string[],
    subject: string,
    purpose: PhotoPurpose,
  ): Promise<{ id: string; kind: UploadKind }[]> {
    const ids = [...new Set(uploadIds)];
    if (ids.length === 0) return [];
    const before = await tx.countBy(Upload, { subject });
    for (const [i, id] of ids.entries()) {
      const to = { subject, purpose, position: before + i, at: this.clock.now() };
      if (!(await attachUpload(tx, id, actor.accountId, to))) throw await refusal(tx, id, actor.accountId);
    }
    return tx.find(Upload, { select: { id: true, kind: true }, where: { id: In(ids) } });
  }

  /** Takes a subject's uploads from it; they are swept away within a day and serve for nothing else. */
  async release(tx: EntityManager, subject: string): Promise<void> {
    await execute(tx, 'UPDATE uploads SET subject = NULL WHERE subject = ?', [subject]);
  }

  /** What belongs to a subject, with links that are good for ten minutes and more. Who may see the subject may see these. */
  async of(subject: string): Promise<PhotoView[]> {
    return (await this.ofMany([subject])).get(subject) ?? [];
  }

  /** What belongs to each of several subjects; a subject without any is not in the answer. */
  async ofMany(subjects: readonly string[]): Promise<Map<string, PhotoView[]>> {
    const found = new Map<string, PhotoView[]>();
    if (subjects.length === 0) return found;
    for (const row of await uploadsOf(this.database, [...new Set(subjects)])) {
      const subject = row.subject as string;
      found.set(subject, [...(found.get(subject) ?? []), this.viewOf(row)]);
    }
    return found;
  }

  private viewOf({ id, kind, purpose, thumb_key, width, height, duration_ms, created_at }: UploadRow): PhotoView {
    return {
      id,
      kind,
      purpose: purpose as PhotoPurpose,
      ...this.links.both(id, thumb_key !== null),
      width,
      height,
      durationMs: duration_ms,
      at: new Date(Number(created_at)).toISOString(),
    };
  }
}

async function refusal(tx: EntityManager, id: string, accountId: string): Promise<Error> {
  const found = await tx.findOneBy(Upload, { id });
  if (!found) return coded('upload.not-found');
  return coded(found.accountId === accountId ? 'upload.already-used' : 'upload.not-yours');
}
