import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const DEBOUNCE_MS = 1000;
/** A document that takes long to write is written less often: at most a twentieth of the time goes into it. */
const REST_PER_WRITE = 20;

/**
 * Keeps one JSON document on disk. Writes are gathered for a moment and replace the file in one step,
 * so that a crash leaves the former document and never half of a new one.
 */
export class StateFile<T> {
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private tookMs = 0;

  constructor(
    private readonly path: string | undefined,
    private readonly snapshot: () => T,
    private readonly onProblem: (sentence: string) => void,
  ) {}

  /** What was kept, or null when there is nothing readable; an unreadable file is put aside, not overwritten. */
  load(): T | null {
    if (!this.path || !existsSync(this.path)) return null;
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as T;
    } catch {
      renameSync(this.path, `${this.path}.unreadable`);
      this.onProblem(`The simulator's state in ${this.path} could not be read and was put aside`);
      return null;
    }
  }

  touch(): void {
    if (!this.path || this.timer) return;
    this.timer = setTimeout(
      () => {
        this.timer = null;
        this.writing = this.writing.then(() => this.write());
      },
      Math.max(DEBOUNCE_MS, this.tookMs * REST_PER_WRITE),
    );
    this.timer.unref();
  }

  /** Writes what is still waiting; for an orderly stop. */
  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    const waiting = this.timer !== null;
    this.timer = null;
    await this.writing;
    if (!waiting || !this.path) return;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.next`, JSON.stringify(this.snapshot()));
    renameSync(`${this.path}.next`, this.path);
  }

  private async write(): Promise<void> {
    if (!this.path) return;
    const startedAt = performance.now();
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      await writeFile(`${this.path}.next`, JSON.stringify(this.snapshot()));
      await rename(`${this.path}.next`, this.path);
    } catch (error) {
      this.onProblem(`The simulator could not save its state: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.tookMs = performance.now() - startedAt;
  }
}
