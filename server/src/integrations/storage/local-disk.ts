import { randomUUID } from 'node:crypto';
import { createWriteStream, type Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, checkedKey, FileMissing, isKey, StoragePort, StorageUnavailable, type StoredFile } from './storage.port';

/**
 * Files under one folder. A file appears under its name when it is whole and on disk; what a crash leaves behind is named
 * `….part`, is listed like everything else and so found by whoever tidies.
 */
export class LocalDisk extends StoragePort {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, body: Readable | Buffer): Promise<void> {
    const target = this.pathOf(key);
    const part = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const source = Buffer.isBuffer(body) ? Readable.from([body]) : body;
      await pipeline(source, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(part, target);
      await syncFolder(path.dirname(target));
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw refusal(error);
    }
  }

  async open(key: string, range?: ByteRange): Promise<StoredFile> {
    const target = this.pathOf(key);
    try {
      const file = await open(target, 'r');
      const { size } = await file.stat();
      const body = file.createReadStream(range ? { start: range.start, end: range.end } : {});
      return { body, size: range ? range.end - range.start + 1 : size };
    } catch (error) {
      if (isMissing(error)) throw new FileMissing(key);
      throw refusal(error);
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(prefix: string, olderThan = Number.POSITIVE_INFINITY): AsyncIterable<string> {
    for (const entry of await this.entriesOf(prefix)) {
      const key = `${prefix}/${entry.name}`;
      if (!isKey(key)) continue;
      if (entry.isDirectory()) yield* this.list(key, olderThan);
      else if (await this.wasWrittenBefore(key, olderThan)) yield key;
    }
  }

  private async entriesOf(key: string): Promise<Dirent[]> {
    try {
      return await readdir(this.pathOf(key), { withFileTypes: true });
    } catch (error) {
      if (isMissing(error)) return [];
      throw refusal(error);
    }
  }

  private async wasWrittenBefore(key: string, instant: number): Promise<boolean> {
    const found = await stat(this.pathOf(key)).catch(() => null);
    return found !== null && found.mtimeMs < instant;
  }

  /** Keys are ours, and still none of them leaves the folder. */
  private pathOf(key: string): string {
    const target = path.resolve(this.folder, checkedKey(key));
    if (!target.startsWith(path.resolve(this.folder) + path.sep)) throw new Error(`the key leads out of the folder: ${key}`);
    return target;
  }
}

/** Without it a power cut may forget the new name of a file that was written down. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A disk that is full or gone; whoever stops sending while we write is not the disk's fault. */
function refusal(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : new StorageUnavailable(`the disk refused ${syscall}: ${code}`);
}
