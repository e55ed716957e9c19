interface Waiting<I, O> {
  item: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at the same moment. A lone item leaves at once; those that come while `atOnce` lots are under
 * way wait and leave as the next lot. A lot that fails is tried again one by one, so that a failure meets only its own item.
 */
export class Gathering<I, O> {
  private readonly waiting: Waiting<I, O>[] = [];
  private underWay = 0;

  /** @param work answers in the order of its items. */
  constructor(
    private readonly work: (items: readonly I[]) => Promise<readonly O[]>,
    private readonly limits: { atOnce: number; lot: number },
  ) {}

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // What else arrives in this turn of the event loop comes along.
      if (this.waiting.length === 1) setImmediate(() => void this.leave());
    });
  }

  private async leave(): Promise<void> {
    if (this.underWay >= this.limits.atOnce) return;
    this.underWay += 1;
    for (let lot = this.next(); lot.length > 0; lot = this.next()) await this.run(lot);
    this.underWay -= 1;
  }

  private next(): Waiting<I, O>[] {
    return this.waiting.splice(0, this.limits.lot);
  }

  private async run(lot: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await this.work(lot.map((w) => w.item));
      for (const [i, w] of lot.entries()) w.resolve(outputs[i] as O);
    } catch (error) {
      if (lot.length === 1) return lot[0]?.reject(error);
      for (const w of lot) await this.run([w]);
    }
  }
}
