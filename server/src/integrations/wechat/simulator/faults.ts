/** A failure asked for by a test or by hand: the next `times` calls of a path go wrong this way. */
export interface Fault {
  readonly path: string;
  readonly errcode?: number;
  readonly httpStatus?: number;
  readonly delayMs?: number;
  /** The send is answered well, but its receipt tells this instead of `success`, for example `failed:user block`. */
  readonly finishStatus?: string;
  times: number;
}

/** Faults in the order they were asked for; the oldest one of a path is spent first. */
export class Faults {
  private waiting: Fault[] = [];

  get all(): readonly Fault[] {
    return this.waiting;
  }

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting = [];
  }

  take(path: string): Fault | undefined {
    const fault = this.waiting.find((candidate) => candidate.path === path);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting = this.waiting.filter((candidate) => candidate !== fault);
    return fault;
  }
}
