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
    expect(await remembered.get()).toBe(2);
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
