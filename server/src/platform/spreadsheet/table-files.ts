import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { Clock } from '../clock/clock';

/** Machine time. No upload and no pause of an import lasts so long. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Uploaded tables on their way into the database, under the data directory, which all processes of one installation share. They
 * hold phones in the clear, so nobody else on the machine may read them and none stays longer than its import.
 */
@Injectable()
export class TableFiles {
  private readonly folder: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = path.join(config.dataDir, 'imports');
  }

  /** A place for an upload that nobody has looked at yet. */
  async incoming(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return path.join(this.folder, `${randomUUID()}.part`);
  }

  /** Named by content: two people who upload the same table for one thing at once keep one file. */
  pathOf(subjectId: string, fileHash: string): string {
    return path.join(this.folder, `${subjectId}-${fileHash}.table`);
  }

  async keep(incoming: string, subjectId: string, fileHash: string): Promise<void> {
    await rename(incoming, this.pathOf(subjectId, fileHash));
  }

  remove(file: string): Promise<void> {
    return rm(file, { force: true });
  }

  /** Removes what a crash left behind: files a day old that no import at work needs. */
  async tidy(needed: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const file = path.join(this.folder, name);
      const written = (await stat(file).catch(() => null))?.mtimeMs;
      if (written !== undefined && !needed.has(file) && written < this.clock.wall() - FORGOTTEN_AFTER_MS) await this.remove(file);
    }
  }
}
