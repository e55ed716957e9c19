import { ApiProblem, NetworkFailure } from './api-problem';
import { createOutbox, type Delivery } from './outbox';
import type { QueuedUpload } from './upload-queue';

const problem = (status: number, code: string, title: string) =>
  new ApiProblem({ type: 'about:blank', status, code: code as never, title });
const offline = new NetworkFailure('offline');
const NEVER = Symbol('no answer, ever');
const parcel = { body: { words: '龙头漏水' }, form: { typed: '龙头漏水' }, files: ['f1', 'f2'] };

interface Sent {
  body: object;
  key: string;
}

/** A phone and a server that plays the answers given, one for each attempt. */
function world(...answers: unknown[]) {
  let kept: string | null = null;
  let ids = 0;
  const sent: Sent[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const released: string[] = [];
  const anew: string[] = [];
  const files = new Map<string, Partial<QueuedUpload>>([
    ['f1', { state: 'arrived', uploadId: 'u1' }],
    ['f2', { state: 'arrived', uploadId: 'u2' }],
  ]);
  const openApp = () =>
    createOutbox<{ words: string }, { typed: string }, string>({
      recall: () => (kept === null ? null : JSON.parse(kept)),
      keep: (items) => {
        kept = JSON.stringify(items);
      },
      uploads: {
        settled: async (wanted) => wanted.map((id) => ({ id, refusal: null, sentence: null, ...files.get(id) }) as QueuedUpload),
        release: async (gone) => void released.push(...gone),
        sendAnew: (again) => void anew.push(...again),
      },
      send: async (body, key) => {
        sent.push({ body, key });
        const answer = answers.length > 0 ? answers.shift() : 'order-1';
        if (answer === NEVER) return new Promise(() => undefined);
        if (typeof answer === 'string') return answer;
        throw answer;
      },
      uuid: () => `id-${++ids}`,
      now: () => 0,
      wait: (ms) => new Promise((end) => waits.push({ ms, end })),
    });
  return { openApp, sent, waits, released, anew, files };
}
const breathe = () => new Promise((resolve) => setImmediate(resolve));

it('sends the form with its files in order, and frees the phone of them', async () => {
  const { openApp, sent, released } = world();
  const outbox = openApp();
  expect(await outbox.post(parcel)).toEqual({ outcome: 'answered', answer: 'order-1' });
  expect(sent).toEqual([{ body: { words: '龙头漏水', uploadIds: ['u1', 'u2'] }, key: 'id-2' }]);
  expect([released, outbox.list()]).toEqual([['f1', 'f2'], []]);
});

it('keeps what could not be sent and sends it under the same key when the network is back', async () => {
  const { openApp, sent } = world(offline);
  const outbox = openApp();
  expect(await outbox.post(parcel)).toMatchObject({ outcome: 'queued' });
  expect(outbox.list()).toHaveLength(1);
  await outbox.resume();
  expect(sent[1]).toEqual(sent[0]);
  expect(outbox.list()).toEqual([]);
});

it('asks again under the same key after the app was killed between sending and the answer', async () => {
  const { openApp, sent } = world(NEVER);
  void openApp().post(parcel);
  await breathe();
  const after = openApp();
  expect(after.list()).toMatchObject([{ form: { typed: '龙头漏水' } }]);
  await after.resume();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(after.list()).toEqual([]);
});

it('tries again by itself, more and more seldom, however often it is asked to go on', async () => {
  const { openApp, waits, sent } = world(offline, offline, offline);
  const outbox = openApp();
  await outbox.post(parcel);
  await Promise.all([outbox.resume(), outbox.resume()]);
  expect(sent).toHaveLength(2);
  expect(waits.map(({ ms }) => ms)).toEqual([3_000]);
  waits[0]?.end();
  await breathe();
  expect(waits.map(({ ms }) => ms)).toEqual([3_000, 10_000]);
  waits[1]?.end();
  await breathe();
  expect(outbox.list()).toEqual([]);
});

it('says why the server refuses while the person is there, who takes it back', async () => {
  const refusal = problem(422, 'work-order.preferred-time-past', '希望上门的时间需要晚于现在，且在 30 天以内');
  const { openApp, released } = world(refusal);
  const outbox = openApp();
  expect(await outbox.post(parcel)).toEqual({ outcome: 'refused', failure: refusal, id: 'id-1' });
  expect(outbox.takeBack('id-1')).toMatchObject(parcel);
  expect([outbox.list(), released]).toEqual([[], []]);
});

it('leaves what is refused later for the person, who can take it back and mend it', async () => {
  const { openApp, sent } = world(offline, problem(404, 'home.not-yours', '没有找到这套房屋，或您没有这项权限'));
  const outbox = openApp();
  await outbox.post(parcel);
  await outbox.resume();
  expect(outbox.list()).toMatchObject([{ refusal: '没有找到这套房屋，或您没有这项权限' }]);
  await outbox.resume();
  expect(sent).toHaveLength(2);
  const [item] = outbox.list();
  expect(outbox.takeBack(item?.id as string)).toMatchObject(parcel);
  expect(outbox.list()).toEqual([]);
});

it('does not hand back what is on its way', async () => {
  const { openApp } = world(NEVER);
  const outbox = openApp();
  void outbox.post(parcel);
  await breathe();
  expect(outbox.takeBack(outbox.list()[0]?.id as string)).toBeNull();
});

it('waits for its files, and sends them anew under a new key when the server has forgotten them', async () => {
  const { openApp, files, sent, anew } = world(problem(404, 'upload.not-found', '没有找到这张照片或视频，请重新上传'));
  files.set('f2', { state: 'waiting', uploadId: null, sentence: '网络较慢，等待超时，请重试' });
  const outbox = openApp();
  expect(await outbox.post(parcel)).toEqual({ outcome: 'queued', sentence: '网络较慢，等待超时，请重试' });
  expect(sent).toEqual([]);

  files.set('f2', { state: 'arrived', uploadId: 'u2' });
  await outbox.resume();
  expect(anew).toEqual(['f1', 'f2']);
  files.set('f2', { state: 'arrived', uploadId: 'u3' });
  await outbox.resume();
  expect(sent.map(({ body }) => body)).toMatchObject([{ uploadIds: ['u1', 'u2'] }, { uploadIds: ['u1', 'u3'] }]);
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

it('says which file is refused for good', async () => {
  const { openApp, files } = world();
  files.set('f1', { state: 'failed', refusal: '视频太大（上限 30 MB），请拍短一点再传' });
  const delivery: Delivery<string> = await openApp().post(parcel);
  expect(delivery).toMatchObject({ outcome: 'refused', failure: { message: '视频太大（上限 30 MB），请拍短一点再传' } });
});
