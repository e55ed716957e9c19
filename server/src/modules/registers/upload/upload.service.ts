import { createHash } from 'node:crypto';
import type { UploadView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StoragePort, StorageUnavailable } from '../../../integrations/storage/storage.port';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { CodedError, coded } from '../../../platform/http/coded-error';
import { Log } from '../../../platform/logging/log';
import { Metrics } from '../../../platform/metrics/metrics';
import { FileLinks } from './file-links';
import { IncomingFiles } from './incoming-files';
import type { Media } from './media';
import { PhotoWorkshop } from './photo-workshop';
import { storageKeys } from './storage-keys';
import { allowance } from './upload.policy';
import { lockAccount, recentUploads, type UploadRow, uploadByKey } from './upload.rows';
import type { IncomingFile } from './upload-form';
import { UploadGate } from './upload-gate';
import { VideoWorkshop } from './video-workshop';

export interface TakenUpload {
  view: UploadView;
  /** The answer to an earlier request with the same key. */
  replayed: boolean;
}

const HOUR = 3_600_000;

/** Takes photos and videos in: the file is kept first and its row second, so that a crash in between leaves a file that is swept away. */
@Injectable()
export class UploadService {
  constructor(
    private readonly database: Database,
    private readonly storage: StoragePort,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
    private readonly photos: PhotoWorkshop,
    private readonly videos: VideoWorkshop,
    private readonly links: FileLinks,
    private readonly gate: UploadGate,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Takes in what `receive` reads. The same key with the same file again is the same upload; its links are fresh ones.
   * @throws CodedError `upload.*`, `request.key-reused`, `storage.unavailable`
   */
  async take(actor: Actor, key: string | null, receive: () => Promise<IncomingFile>): Promise<TakenUpload> {
    try {
      const taken = await this.gate.pass(actor.accountId, () => this.takeOne(actor, key, receive));
      this.metrics.uploads.inc({ kind: taken.view.kind, outcome: taken.replayed ? 'replayed' : 'kept' });
      return taken;
    } catch (error) {
      const refused = error instanceof CodedError && error.status < 500;
      this.metrics.uploads.inc({ kind: 'unknown', outcome: refused ? 'refused' : 'failed' });
      if (!(error instanceof StorageUnavailable)) throw error;
      this.log.error({ err: error }, 'an upload could not be kept');
      throw coded('storage.unavailable');
    }
  }

  private async takeOne(actor: Actor, key: string | null, receive: () => Promise<IncomingFile>): Promise<TakenUpload> {
    const clientKey = key === null ? null : createHash('sha256').update(key).digest('hex');
    const known = await this.byKey(actor.accountId, clientKey);
    if (!known) await this.checkAllowance(this.database.manager, actor.accountId);
    const file = await receive();
    try {
      return known ? this.again(known, file) : await this.keep(actor, clientKey, file);
    } finally {
      await this.incoming.remove(file.path);
    }
  }

  private async keep(actor: Actor, clientKey: string | null, file: IncomingFile): Promise<TakenUpload> {
    const media = file.kind.kind === 'image' ? await this.photos.develop(file.path) : await this.videos.develop(file.path, file.kind);
    const row = this.rowOf(actor, file, media);
    try {
      await this.store(row, media);
      await this.database.transaction((tx) => this.write(tx, row, { ...owner(actor), client_key: clientKey }));
    } catch (error) {
      await this.discard(row);
      const winner = isDuplicate(error) ? await this.byKey(actor.accountId, clientKey) : undefined;
      if (!winner) throw error;
      return this.again(winner, file);
    }
    return { view: this.viewOf(row), replayed: false };
  }

  private async store({ storage_key, thumb_key }: UploadRow, { body, mime, bytes, thumb }: Media): Promise<void> {
    await this.storage.put(storage_key, body(), { mime, bytes });
    if (thumb && thumb_key) await this.storage.put(thumb_key, thumb, { mime, bytes: thumb.length });
  }

  private async write(tx: EntityManager, row: UploadRow, sender: Record<string, string | null>): Promise<void> {
    await lockAccount(tx, row.account_id);
    await this.checkAllowance(tx, row.account_id);
    await insertRows(tx, 'uploads', [{ ...row, ...sender }]);
  }

  /** What cannot be removed now is swept away later. */
  private async discard({ storage_key, thumb_key }: UploadRow): Promise<void> {
    for (const key of [storage_key, thumb_key]) if (key) await this.storage.remove(key).catch(() => undefined);
  }

  private async checkAllowance(tx: EntityManager, accountId: string): Promise<void> {
    const now = this.clock.now();
    allowance(await recentUploads(tx, accountId, now - HOUR, now - 24 * HOUR), now);
  }

  private async byKey(accountId: string, clientKey: string | null): Promise<UploadRow | undefined> {
    return clientKey === null ? undefined : uploadByKey(this.database, accountId, clientKey);
  }

  private again(row: UploadRow, file: IncomingFile): TakenUpload {
    if (row.sha256 !== file.sha256) throw coded('request.key-reused');
    return { view: this.viewOf(row), replayed: true };
  }

  private rowOf(
    actor: Actor,
    { kind, sha256 }: IncomingFile,
    { mime, extension, bytes, thumb, width, height, durationMs }: Media,
  ): UploadRow {
    const id = newId();
    const createdAt = this.clock.now();
    const keys = storageKeys(id, extension, createdAt);
    return {
      id,
      account_id: actor.accountId,
      kind: kind.kind,
      subject: null,
      purpose: null,
      position: 0,
      storage_key: keys.full,
      thumb_key: thumb ? keys.thumb : null,
      mime,
      bytes,
      width,
      height,
      duration_ms: durationMs,
      sha256,
      created_at: createdAt,
      attached_at: null,
    };
  }

  private viewOf({ id, kind, thumb_key, width, height, bytes }: UploadRow): UploadView {
    return { id, kind, ...this.links.both(id, thumb_key !== null), width, height, bytes };
  }
}

const owner = ({ customerId, staffId }: Actor) => ({ customer_id: customerId, staff_id: staffId });
