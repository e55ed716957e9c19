import type { LiveCodeState, LiveCodeView } from '@guihu/shared';
import { createArrival, REMEMBERED_DAYS } from './arrival';

const DAY_MS = 24 * 3_600_000;
const viewOf = (code: string, state: LiveCodeState): LiveCodeView => ({
  code,
  state,
  kind: 'referral',
  projectId: 'p1',
  projectName: '云溪府',
  channelCode: null,
  greeting: '陈女士推荐您来看看',
});

function world(states: Record<string, LiveCodeState | 'offline'>) {
  const store: Record<string, unknown> = {};
  const scans: string[] = [];
  let now = 1_000_000;
  const arrival = createArrival({
    scan: async (code) => {
      scans.push(code);
      const state = states[code] ?? 'unknown';
      if (state === 'offline') throw new Error('offline');
      return viewOf(code, state);
    },
    recall: <T>(name: string) => (store[name] ?? null) as T | null,
    keep: (name, value) => {
      store[name] = value;
    },
    forget: (name) => {
      delete store[name];
    },
    now: () => now,
  });
  return { arrival, scans, later: (ms: number) => (now += ms) };
}

it('keeps the code of an opening for some days and tells the server each time', async () => {
  const { arrival, scans, later } = world({ A: 'active' });
  await arrival.open('A');
  await arrival.open('A');
  expect(scans).toEqual(['A', 'A']);
  expect(arrival.view()?.greeting).toBe('陈女士推荐您来看看');
  later(REMEMBERED_DAYS * DAY_MS - 1);
  expect(arrival.code()).toBe('A');
  later(1);
  expect(arrival.code()).toBeUndefined();
});

it('sends the newest good code', async () => {
  const { arrival } = world({ A: 'active', B: 'active' });
  await arrival.open('A');
  await arrival.open('B');
  expect(arrival.code()).toBe('B');
});

it.each(['expired', 'retired', 'unknown'] as const)('says nothing of a code that is %s, and goes on with an earlier one', async (state) => {
  const { arrival } = world({ A: 'active', B: state });
  await arrival.open('B');
  expect([arrival.code(), arrival.view()]).toEqual([undefined, null]);
  await arrival.open('A');
  await arrival.open('B');
  expect(arrival.code()).toBe('A');
  expect(arrival.view()?.code).toBe('A');
});

it('keeps a code that could not be told of, and never lets the page fail', async () => {
  const { arrival } = world({ A: 'offline' });
  await expect(arrival.open('A')).resolves.toBeUndefined();
  expect(arrival.code()).toBe('A');
});
