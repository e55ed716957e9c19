import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { inLanes } from './lanes';

describe('lanes', () => {
  it('do everything once, never more than their width at once, and one key in its order', async () => {
    const items = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), pauses: fc.nat(3) }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), items, async (width, plain) => {
        const work = plain.map((item, at) => ({ ...item, at }));
        const ended: typeof work = [];
        const busy = new Set<string>();
        const results = await inLanes(
          width,
          work,
          (item) => item.key,
          async (item) => {
            expect(busy.has(item.key)).toBe(false);
            busy.add(item.key);
            expect(busy.size).toBeLessThanOrEqual(width);
            for (let n = 0; n < item.pauses; n++) await breathe();
            busy.delete(item.key);
            ended.push(item);
            return item.at;
          },
        );
        expect([...results].sort((a, b) => a - b)).toEqual(work.map((item) => item.at));
        for (const key of ['a', 'b', 'c', 'd']) {
          const own = ended.filter((item) => item.key === key).map((item) => item.at);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('fail when one piece of work fails', async () => {
    const work = async (n: number) => (n === 2 ? Promise.reject(new Error('two')) : n);
    await expect(inLanes(2, [1, 2, 3], String, work)).rejects.toThrow('two');
  });
});
