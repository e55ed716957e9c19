import fc from 'fast-check';
import { ApiProblem, NetworkFailure } from './api-problem';
import type { QueuedUpload } from './upload-queue';
import { createWriteQueue, type QueuedWrite } from './write-queue';

/** What becomes of one attempt: it arrives and is answered, arrives unseen, does not arrive, is refused, or finds the server ill. */
type Fate = 'answered' | 'unseen' | 'lost' | 'refused' | 'ill';
type Step = { do: 'tap'; lane: string } | { do: 'resume' } | { do: 'kill' } | { do: 'retry' } | { do: 'give-up' };

const LANES = ['o1', 'o2', 'o3'];
const fate = fc.constantFrom<Fate>('answered', 'answered', 'unseen', 'lost', 'refused', 'ill');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LANES).map((lane): Step => ({ do: 'tap', lane })) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'resume' }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'kill' }, { do: 'retry' }, { do: 'give-up' }) },
);

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** A server that keeps what it applied by key, as ours does, and a phone that may be killed at any moment. */
function world(fates: Fate[]) {
  let kept = '[]';
  let ids = 0;
  const applied: { lane: string; n: number; key: string }[] = [];
  const keysOf = new Map<number, Set<string>>();
  const openApp = () =>
    createWriteQueue<{ n: number }, string>({
      recall: () => JSON.parse(kept) as QueuedWrite<{ n: number }>[],
      keep: (writes) => {
        kept = JSON.stringify(writes);
      },
      uploads: { settled: async () => [] as QueuedUpload[], release: async () => undefined, sendAnew: () => undefined },
      bodyOf: (what) => what,
      send: async (lane, { n }, _body, key) => {
        keysOf.set(n, (keysOf.get(n) ?? new Set()).add(key));
        const what = fates.shift() ?? 'answered';
        if (what === 'lost') throw new NetworkFailure('offline');
        if (what === 'ill') throw new ApiProblem({ type: 'about:blank', status: 503, code: 'server.not-ready', title: '' });
        const known = applied.some((one) => one.key === key);
        if (what === 'refused' && !known)
          throw new ApiProblem({ type: 'about:blank', status: 409, code: 'work-order.state-conflict', title: '状态已变化' });
        if (!known) applied.push({ lane, n, key });
        if (what === 'unseen') throw new NetworkFailure('timeout');
        return 'ok';
      },
      uuid: () => `id-${++ids}`,
      now: () => ids,
      // Nobody waits in this world: only what the person does makes it go on.
      wait: () => new Promise(() => undefined),
    });
  return { openApp, applied, keysOf };
}

it('loses nothing, does nothing twice and keeps the order of the taps, whatever the network and the phone do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(fate, { maxLength: 40 }), async (steps, fates) => {
      const { openApp, applied, keysOf } = world(fates);
      let queue = openApp();
      const tapped: number[] = [];
      const given = new Set<number>();
      const refused = () => queue.list().find(({ refusal }) => refusal !== null);
      for (const [n, now] of steps.entries()) {
        if (now.do === 'tap') {
          tapped.push(n);
          void queue.post({ lane: now.lane, what: { n }, files: [] });
        }
        if (now.do === 'resume') void queue.resume();
        if (now.do === 'kill') queue = openApp();
        const first = refused();
        if (now.do === 'retry' && first) queue.retry(first.id);
        if (now.do === 'give-up' && first) {
          given.add(first.what.n);
          if (n % 2 === 0) queue.takeBack(first.id);
          else void queue.giveUp(first.id);
        }
        await breathe();
      }
      const done = new Set(applied.map(({ n }) => n));
      const waiting = new Set(queue.list().map(({ what }) => what.n));
      for (const n of tapped) expect(done.has(n) || waiting.has(n) || given.has(n)).toBe(true);
      expect(applied).toHaveLength(done.size);
      for (const keys of keysOf.values()) expect(keys.size).toBe(1);
      for (const lane of LANES) {
        const order = applied.filter((one) => one.lane === lane).map(({ n }) => n);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
      // With a good network and a person who gives up what is refused, everything ends.
      fates.length = 0;
      for (let round = 0; queue.list().length > 0 && round < 100; round += 1) {
        const first = refused();
        if (first) await queue.giveUp(first.id);
        await queue.resume();
      }
      expect(queue.list()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
