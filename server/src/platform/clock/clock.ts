/**
 * Application time. Everything the product promises is counted on it, so that tests and the simulator can move it.
 * `wall()` is the machine's own time, for what belongs to the machine: leases, tokens, timeouts.
 */
export abstract class Clock {
  /** Application time, epoch milliseconds. */
  abstract now(): number;

  wall(): number {
    return Date.now();
  }

  date(): Date {
    return new Date(this.now());
  }
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** Runs on at the machine's pace from wherever it was set; never backwards. */
export class MovableClock extends Clock {
  private offset: number;

  constructor(startAt: number) {
    super();
    this.offset = startAt - Date.now();
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** Moves forward to `instant`; an earlier one changes nothing. */
  moveTo(instant: number): void {
    this.offset = Math.max(this.offset, instant - Date.now());
  }
}
