import { Injectable } from '@nestjs/common';
import { StoragePort } from '../../../integrations/storage/storage.port';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute, marks } from '../../../platform/database/database';
import { Log } from '../../../platform/logging/log';
import { Metrics } from '../../../platform/metrics/metrics';
import { IncomingFiles } from './incoming-files';
import { idInKey, UPLOADS_FOLDER } from './storage-keys';

const DAY = 24 * 3_600_000;
const LOT = 200;
/** A crash leaves a handful. A server that was started with another database would find every photo to be a stray. */
const MOST_STRAYS = 500;

interface Kept {
  id: string;
  storage_key: string;
  thumb_key: string | null;
}

export interface UploadSweepReport {
  /** Uploads that belonged to nothing for a day. */
  unused: number;
  /** Files that belonged to no upload. */
  strays: number;
}

/** Nothing is kept that serves nobody. Runs again after a failure anywhere: what is left is found the next time. */
@Injectable()
export class UploadSweepService {
  constructor(
    private readonly database: Database,
    private readonly storage: StoragePort,
    private readonly incoming: IncomingFiles,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  async sweep(): Promise<UploadSweepReport> {
    const report = { unused: await this.removeUnused(), strays: await this.removeStrays() };
    await this.incoming.tidy();
    if (report.unused + report.strays > 0) this.log.info({ ...report }, 'uploads that served nobody were removed');
    return report;
  }

  private async removeUnused(): Promise<number> {
    const before = this.clock.now() - DAY;
    let removed = 0;
    for (;;) {
      const rows = await this.database.rows<Kept>(
        'SELECT id, storage_key, thumb_key FROM uploads WHERE subject IS NULL AND created_at < ? ORDER BY created_at LIMIT ?',
        [before, LOT],
      );
      for (const row of rows) if (await this.remove(row)) removed += 1;
      if (rows.length < LOT) return removed;
    }
  }

  /** The row first: whoever submits the photo at this moment either has it or is told that it is gone. */
  private async remove({ id, storage_key, thumb_key }: Kept): Promise<boolean> {
    const gone = await this.database.transaction((tx) => execute(tx, 'DELETE FROM uploads WHERE id = ? AND subject IS NULL', [id]));
    if (gone === 0) return false;
    this.metrics.uploadsSwept.inc({ what: 'unused' });
    for (const key of [storage_key, thumb_key]) if (key) await this.storage.remove(key);
    return true;
  }

  /** A day is longer than any upload takes between its file and its row. Machine time: that is what disks and buckets write down. */
  private async removeStrays(): Promise<number> {
    const strays: string[] = [];
    let lot: string[] = [];
    for await (const key of this.storage.list(UPLOADS_FOLDER, this.clock.wall() - DAY)) {
      lot.push(key);
      if (lot.length < LOT) continue;
      strays.push(...(await this.straysAmong(lot)));
      lot = [];
    }
    strays.push(...(await this.straysAmong(lot)));
    if (strays.length > MOST_STRAYS) {
      this.log.error({ files: strays.length }, 'so many files without an upload are no crash but another database: none was removed');
      return 0;
    }
    for (const key of strays) {
      await this.storage.remove(key);
      this.metrics.uploadsSwept.inc({ what: 'stray' });
    }
    return strays.length;
  }

  private async straysAmong(keys: readonly string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const ids = [...new Set(keys.map(idInKey))];
    const rows = await this.database.rows<Kept>(`SELECT id, storage_key, thumb_key FROM uploads WHERE id IN ${marks(ids.length)}`, ids);
    const owned = new Set(rows.flatMap((row) => [row.storage_key, row.thumb_key]));
    return keys.filter((key) => !owned.has(key));
  }
}
