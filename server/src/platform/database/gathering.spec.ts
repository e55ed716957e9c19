import { setTimeout as pause } from 'node:timers/promises';
import { Gathering } from './gathering';

describe('a gathering', () => {
  it('does together what is asked for at one moment, and answers each its own', async () => {
    const lots: number[][] = [];
    const doubled = new Gathering<number, number>(
      async (items) => {
        lots.push([...items]);
        await pause(5);
        return items.map((n) => n * 2);
      },
      { atOnce: 1, lot: 4 },
    );
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => doubled.add(n)));
    expect(answers).toEqual([2, 4, 6, 8, 10, 12]);
    expect(lots).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  it('keeps those waiting who come while the lots are under way, and forgets nobody', async () => {
    let most = 0;
    let running = 0;
    const work = new Gathering<number, number>(
      async (items) => {
        most = Math.max(most, ++running);
        await pause(2);
        running -= 1;
        return items;
      },
      { atOnce: 2, lot: 3 },
    );
    const asked: Promise<number>[] = [];
    for (let n = 0; n < 60; n++) {
      asked.push(work.add(n));
      if (n % 4 === 0) await pause(1);
    }
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect(most).toBe(2);
  });

  it('lets a failure meet only whom it concerns', async () => {
    const picky = new Gathering<number, number>(
      async (items) => {
        if (items.includes(13)) throw new Error('unlucky');
        return items;
      },
      { atOnce: 1, lot: 10 },
    );
    const answers = await Promise.allSettled([1, 13, 2].map((n) => picky.add(n)));
    expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await picky.add(3)).toBe(3);
  });
});
