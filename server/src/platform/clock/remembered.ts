import type { Clock } from './clock';

/**
 * One value that many ask for and few change: read anew when it is older than `forMs` of machine time, and once for all who wait.
 * Nobody waits for a value that only grew old: they may hold the last connection, and reading wants one.
 */
export class Remembered<T> {
  private value: Promise<T> | null = null;
  private until = 0;
  /** The old value while a newer one is read. */
  private renewing: Promise<T> | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly forMs: number,
    private readonly read: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    if (this.value && this.clock.wall() < this.until) return this.value;
    if (this.value) {
      this.renew(this.value);
      return this.value;
    }
    const value = this.read();
    this.value = value;
    this.until = this.clock.wall() + this.forMs;
    value.catch(() => {
      // A failed read is nobody's answer but the one who waits for it.
      if (this.value === value) this.value = null;
    });
    return value;
  }

  /** Reads anew once, while everybody has the old value; when that fails, the next one to ask has it read again. */
  private renew(old: Promise<T>): void {
    if (this.renewing === old) return;
    this.renewing = old;
    this.read()
      .then(
        (value) => {
          // Forgotten meanwhile: what was read may be from before the change.
          if (this.value !== old) return;
          this.value = Promise.resolve(value);
          this.until = this.clock.wall() + this.forMs;
        },
        () => undefined,
      )
      .finally(() => {
        if (this.renewing === old) this.renewing = null;
      });
  }

  /** It changed: the next one to ask reads it anew. */
  forget(): void {
    this.value = null;
  }
}
