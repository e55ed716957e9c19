import { Clock } from './clock';
import { Remembered } from './remembered';

class StoppedClock extends Clock {
  at = 1_000;
  now(): number {
    return this.at;
  }
  wall(): number {
    return this.at;
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a remembered value', () => {
  const clock = new StoppedClock();
  let reads = 0;
  let remembered: Remembered<number>;

  beforeEach(() => {
    reads = 0;
    remembered = new Remembered(clock, 30_000, async () => ++reads);
  });

  it('is read once for everybody who waits', async () => {
    expect(await Promise.all([remembered.get(), remembered.get()])).toEqual([1, 1]);
  });

  it('is read anew when its time is over, not a millisecond earlier', async () => {
    await remembered.get();
    clock.at += 29_999;
    expect(await remembered.get()).toBe(1);
    clock.at += 1;
    await remembered.get();
    await settled();
    expect(await remembered.get()).toBe(2);
    expect(reads).toBe(2);
  });

  it('lets nobody wait while an old one is read anew, once for all of them', async () => {
    const answers = [Promise.resolve('old'), new Promise<string>(() => {})];
    let asked = 0;
    const slow = new Remembered(clock, 30_000, () => answers[asked++] as Promise<string>);
    await slow.get();
    clock.at += 30_000;
    expect(await Promise.all([slow.get(), slow.get()])).toEqual(['old', 'old']);
    expect(await slow.get()).toBe('old');
    expect(asked).toBe(2);
  });

  it('keeps the old one when reading anew fails, and asks again', async () => {
    let asked = 0;
    const shaky = new Remembered(clock, 30_000, async () => {
      asked += 1;
      if (asked === 2) throw new Error('the database is away');
      return asked;
    });
    await shaky.get();
    clock.at += 30_000;
    expect(await shaky.get()).toBe(1);
    await settled();
    expect(await shaky.get()).toBe(1);
    await settled();
    expect(await shaky.get()).toBe(3);
  });

  it('does not bring back what was read before it was forgotten', async () => {
    let late: (value: number) => void = () => {};
    const answers = [Promise.resolve(1), new Promise<number>((resolve) => (late = resolve)), Promise.resolve(3)];
    const slow = new Remembered(clock, 30_000, () => answers.shift() as Promise<number>);
    await slow.get();
    clock.at += 30_000;
    await slow.get();
    slow.forget();
    expect(await slow.get()).toBe(3);
    late(2);
    await settled();
    expect(await slow.get()).toBe(3);
  });

  it('is read anew once forgotten', async () => {
    await remembered.get();
    remembered.forget();
    expect(await remembered.get()).toBe(2);
  });

  it('does not remember a failure', async () => {
    let broken = true;
    const shaky = new Remembered(clock, 30_000, async () => {
      if (broken) throw new Error('the database is away');
      return 'back';
    });
    await expect(shaky.get()).rejects.toThrow('away');
    broken = false;
    await expect(shaky.get()).resolves.toBe('back');
  });
});
