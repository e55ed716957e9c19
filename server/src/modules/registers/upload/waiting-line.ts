import { CodedError } from '../../../platform/http/coded-error';

interface Waiting {
  weight: number;
  enter: () => void;
}

/** Seconds in which a full line is shorter again. */
const COME_BACK_SECONDS = 5;

export const busy = (): CodedError => new CodedError('upload.busy', undefined, undefined, COME_BACK_SECONDS);

/** Heavy work in the order in which it came: a few at once, some waiting, and everybody else is sent away at once. */
export class WaitingLine {
  private readonly line: Waiting[] = [];
  private underWay = 0;

  /** @param limits.room the weight that fits in at once @param limits.waiting most that wait */
  constructor(private readonly limits: { room: number; waiting: number }) {}

  /** @param weight of 1 to `room`. @throws CodedError `upload.busy` when the line is full */
  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    if (this.line.length >= this.limits.waiting) throw busy();
    await new Promise<void>((enter) => {
      this.line.push({ weight, enter });
      this.next();
    });
    try {
      return await work();
    } finally {
      this.underWay -= weight;
      this.next();
    }
  }

  /** A heavy one waits at the head until there is room for it, so that light ones do not pass it for ever. */
  private next(): void {
    for (let [first] = this.line; first && this.underWay + first.weight <= this.limits.room; [first] = this.line) {
      this.line.shift();
      this.underWay += first.weight;
      first.enter();
    }
  }
}
