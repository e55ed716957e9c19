import type { Clock } from './clock';

/** One value that many ask for and few change: read anew when it is older than `forMs` of machine time, and once for all who wait. */
export class Remembered<T> {
  private value: Promise<T> | null = null;
  private until = 0;

  constructor(
    private readonly clock: Clock,
    private readonly forMs: number,
    private readonly read: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    if (this.value && this.clock.wall() < this.until) return this.value;
    const value = this.read();
    this.value = value;
    this.until = this.clock.wall() + this.forMs;
    value.catch(() => {
      // A failed read is nobody's answer but the one who waits for it.
      if (this.value === value) this.value = null;
    });
    return value;
  }

  /** It changed: the next one to ask reads it anew. */
  forget(): void {
    this.value = null;
  }
}
