import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';

/** Machine time. No upload takes so long. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Files that are being sent, on this machine's disk until they are looked at: never in memory as a whole, and never for long. */
@Injectable()
export class IncomingFiles implements OnApplicationBootstrap {
  private readonly folder: string;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    private readonly clock: Clock,
  ) {
    this.folder = path.join(config.dataDir, 'incoming');
  }

  /** Other machines' leftovers are theirs: each process looks after its own disk when it starts. */
  onApplicationBootstrap(): Promise<void> {
    return this.tidy();
  }

  /** A place for one file. */
  async place(): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return path.join(this.folder, `${randomUUID()}.part`);
  }

  remove(file: string): Promise<void> {
    return rm(file, { force: true });
  }

  /** Removes what a crash left behind. */
  async tidy(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const file = path.join(this.folder, name);
      const written = (await stat(file).catch(() => null))?.mtimeMs;
      if (written !== undefined && written < this.clock.wall() - FORGOTTEN_AFTER_MS) await this.remove(file);
    }
  }
}
