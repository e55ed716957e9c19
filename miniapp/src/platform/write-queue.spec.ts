import { ApiProblem, NetworkFailure } from './api-problem';
import type { QueuedUpload } from './upload-queue';
import { createWriteQueue, type QueuedWrite, type UploadIds } from './write-queue';

interface Words {
  verb: string;
  photos?: string[];
}

const problem = (status: number, code: string, title: string) =>
  new ApiProblem({ type: 'about:blank', status, code: code as never, title });
const offline = new NetworkFailure('offline');
const NEVER = Symbol('no answer, ever');

/** A phone and a server that plays the answers given, one for each attempt. */
function world(...answers: unknown[]) {
  let kept: string | null = null;
  let ids = 0;
  let clock = 1_000;
  const sent: { lane: string; verb: string; body: object; key: string }[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const released: string[] = [];
  const anew: string[] = [];
  const files = new Map<string, Partial<QueuedUpload>>([['f1', { state: 'arrived', uploadId: 'u1' }]]);
  const openApp = () =>
    createWriteQueue<Words, string>({
      recall: () => (kept === null ? null : JSON.parse(kept)),
      keep: (writes) => {
        kept = JSON.stringify(writes);
      },
      uploads: {
        settled: async (wanted) => wanted.map((id) => ({ id, refusal: null, sentence: null, ...files.get(id) }) as QueuedUpload),
        release: async (gone) => void released.push(...gone),
        sendAnew: (again) => void anew.push(...again),
      },
      bodyOf: ({ photos = [] }, uploads: UploadIds) => ({ uploadIds: photos.map((id) => uploads[id]) }),
      send: async (lane, { verb }, body, key) => {
        sent.push({ lane, verb, body, key });
        const answer = answers.length > 0 ? answers.shift() : 'done';
        if (answer === NEVER) return new Promise(() => undefined);
        if (typeof answer === 'string') return answer;
        throw answer;
      },
      uuid: () => `id-${++ids}`,
      now: () => ++clock,
      wait: (ms) => new Promise((end) => waits.push({ ms, end })),
    });
  return { openApp, sent, waits, released, anew, files, onDisk: () => JSON.parse(kept ?? '[]') as QueuedWrite<Words>[] };
}
const breathe = () => new Promise((resolve) => setImmediate(resolve));
const arrive = { lane: 'o1', what: { verb: 'arrive' }, files: [] };
const finish = { lane: 'o1', what: { verb: 'finish', photos: ['f1'] }, files: ['f1'] };
const other = { lane: 'o2', what: { verb: 'pause' }, files: [] };
const verbs = (sent: readonly { verb: string }[]) => sent.map(({ verb }) => verb);

it('sends at once where there is a network, and keeps nothing', async () => {
  const { openApp, sent, onDisk } = world();
  expect(await openApp().post(arrive)).toEqual({ outcome: 'answered', answer: 'done' });
  expect(sent).toEqual([{ lane: 'o1', verb: 'arrive', body: { uploadIds: [] }, key: 'id-2' }]);
  expect(onDisk()).toEqual([]);
});

it('is on the phone with the time of the tap before anything is waited for', () => {
  const { openApp, onDisk } = world(NEVER);
  void openApp().post(arrive);
  expect(onDisk()).toMatchObject([{ lane: 'o1', what: { verb: 'arrive' }, tappedAt: 1001 }]);
});

it('keeps what could not be sent, in the order of the taps, and sends it in that order under the same keys', async () => {
  const { openApp, sent, onDisk } = world(offline);
  const queue = openApp();
  expect(await queue.post(arrive)).toMatchObject({ outcome: 'queued', sentence: offline.message });
  expect(await queue.post(finish)).toMatchObject({ outcome: 'queued' });
  const [first] = onDisk();
  expect(verbs(onDisk().map(({ what }) => what))).toEqual(['arrive', 'finish']);
  await queue.resume();
  expect(verbs(sent)).toEqual(['arrive', 'arrive', 'finish']);
  expect(sent[1]?.key).toBe(first?.sent?.key);
  expect(onDisk()).toEqual([]);
});

it('asks again under the same key after the app was killed between sending and the answer', async () => {
  const { openApp, sent } = world(NEVER);
  void openApp().post(arrive);
  await breathe();
  const after = openApp();
  expect(after.list()).toHaveLength(1);
  await after.resume();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

it('does not let one order wait for another', async () => {
  const { openApp, sent } = world(NEVER);
  const queue = openApp();
  void queue.post(arrive);
  await breathe();
  expect(await queue.post(other)).toMatchObject({ outcome: 'answered' });
  expect(verbs(sent)).toEqual(['arrive', 'pause']);
});

it('hands a refusal to the person who stands before it, and keeps it until they have taken it back', async () => {
  const { openApp, onDisk, released } = world(problem(409, 'work-order.state-conflict', '工单状态已变化，请刷新后再操作'));
  const queue = openApp();
  const outcome = await queue.post(finish);
  expect(outcome).toMatchObject({ outcome: 'refused', failure: { code: 'work-order.state-conflict' } });
  expect(onDisk()).toMatchObject([{ refusal: '工单状态已变化，请刷新后再操作' }]);
  queue.takeBack((outcome as { id: string }).id);
  expect([onDisk(), released]).toEqual([[], []]);
});

it('shows a refusal that comes later, and holds what was tapped after it until the person has decided', async () => {
  const taken = problem(409, 'work-order.taken', '这张工单已由其他同事接单');
  const { openApp, sent, released } = world(offline, taken);
  const queue = openApp();
  await queue.post(arrive);
  await queue.post(finish);
  await queue.resume();
  expect(queue.list()).toMatchObject([
    { what: { verb: 'arrive' }, refusal: taken.message },
    { what: { verb: 'finish' }, refusal: null },
  ]);
  await queue.resume();
  expect(verbs(sent)).toEqual(['arrive', 'arrive']);
  await queue.giveUp((queue.list()[0] as QueuedWrite<Words>).id);
  await breathe();
  expect(verbs(sent)).toEqual(['arrive', 'arrive', 'finish']);
  expect([queue.list(), released]).toEqual([[], ['f1']]);
});

it('tries a refused one again when the person says so', async () => {
  const { openApp, sent } = world(offline, problem(409, 'work-order.state-conflict', '状态已变化'));
  const queue = openApp();
  await queue.post(arrive);
  await queue.resume();
  queue.retry((queue.list()[0] as QueuedWrite<Words>).id);
  await breathe();
  expect(verbs(sent)).toEqual(['arrive', 'arrive', 'arrive']);
  expect(queue.list()).toEqual([]);
});

it('gives up nothing that was not refused', async () => {
  const { openApp } = world(offline);
  const queue = openApp();
  await queue.post(arrive);
  const { id } = queue.list()[0] as QueuedWrite<Words>;
  queue.takeBack(id);
  await queue.giveUp(id);
  expect(queue.list()).toHaveLength(1);
});

it('goes when its photos have arrived, with their ids in the content', async () => {
  const { openApp, sent, files } = world();
  files.set('f1', { state: 'waiting', uploadId: null });
  const queue = openApp();
  expect(await queue.post(finish)).toMatchObject({ outcome: 'queued' });
  files.set('f1', { state: 'arrived', uploadId: 'u9' });
  await queue.resume();
  expect(sent).toMatchObject([{ body: { uploadIds: ['u9'] } }]);
});

it('is refused together with a photo that will never be taken', async () => {
  const { openApp, files, sent } = world();
  files.set('f1', { state: 'failed', uploadId: null, refusal: '文件已损坏' });
  expect(await openApp().post(finish)).toMatchObject({ outcome: 'refused', failure: { message: '文件已损坏' } });
  expect(sent).toEqual([]);
});

it('sends photos anew that the server has forgotten, and then the content under a key of its own', async () => {
  const { openApp, sent, files, anew } = world(problem(404, 'upload.not-found', '没有找到这张照片'));
  const queue = openApp();
  expect(await queue.post(finish)).toMatchObject({ outcome: 'queued' });
  expect(anew).toEqual(['f1']);
  files.set('f1', { state: 'arrived', uploadId: 'u2' });
  await queue.resume();
  expect(sent[1]).toMatchObject({ body: { uploadIds: ['u2'] } });
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

it('goes on trying after growing pauses while the app is open, and stops when nothing waits', async () => {
  const { openApp, waits, sent } = world(offline, offline, offline);
  const queue = openApp();
  await queue.post(arrive);
  for (const ms of [3_000, 10_000, 30_000]) {
    await breathe();
    expect(waits.at(-1)?.ms).toBe(ms);
    waits.at(-1)?.end();
  }
  await breathe();
  expect(sent).toHaveLength(4);
  expect([queue.list().length, waits.length]).toEqual([0, 3]);
});

it('tells whoever looks about every change', async () => {
  const { openApp } = world();
  const queue = openApp();
  const seen: number[] = [];
  const leave = queue.subscribe(() => seen.push(queue.list().length));
  await queue.post(arrive);
  leave();
  await queue.post(arrive);
  expect(seen).toEqual([1, 1, 0]);
});
