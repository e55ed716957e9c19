import { setTimeout as pause } from 'node:timers/promises';
import { WaitingLine } from './waiting-line';

describe('heavy work', () => {
  it('is done some at once, in the order in which it came', async () => {
    const line = new WaitingLine({ room: 2, waiting: 20 });
    const [begun, inside]: [number[], number[]] = [[], []];
    let now = 0;
    const work = (n: number) => async () => {
      begun.push(n);
      inside.push(++now);
      await pause(5);
      now -= 1;
      return n;
    };
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map((n) => line.run(1, work(n))))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(Math.max(...inside)).toBe(2);
  });

  it('that takes all the room is done alone, and is not passed for ever', async () => {
    const line = new WaitingLine({ room: 2, waiting: 20 });
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} in`);
      await pause(5);
      log.push(`${name} out`);
    };
    await Promise.all([line.run(1, work('a')), line.run(2, work('big')), line.run(1, work('b'))]);
    expect(log).toEqual(['a in', 'a out', 'big in', 'big out', 'b in', 'b out']);
  });

  it('is refused with a time to come back when too much waits', async () => {
    const line = new WaitingLine({ room: 1, waiting: 2 });
    const asked = [1, 2, 3, 4].map(() => line.run(1, () => pause(5)));
    const answers = await Promise.allSettled(asked);
    expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect((answers[3] as PromiseRejectedResult).reason).toMatchObject({ code: 'upload.busy', retryAfterSeconds: 5 });
    await line.run(1, async () => undefined);
  });

  it('that fails makes room for the next', async () => {
    const line = new WaitingLine({ room: 1, waiting: 2 });
    await expect(line.run(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await line.run(1, async () => 'next')).toBe('next');
  });
});
