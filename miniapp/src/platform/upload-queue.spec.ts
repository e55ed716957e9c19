import type { UploadView } from '@guihu/shared';
import { ApiProblem, NetworkFailure } from './api-problem';
import type { Media } from './media-limits';
import type { MediaStore } from './media-store';
import { createUploadQueue, type QueuedUpload } from './upload-queue';

const photo: Media = { kind: 'image', name: 'photo.jpg', bytes: 1000, durationMs: null, content: 'tmp/1.jpg', still: null };
const tooMany = new ApiProblem({ type: 'about:blank', title: '操作太频繁了，请稍后再试', status: 429, code: 'request.too-many' });
const unreadable = new ApiProblem({
  type: 'about:blank',
  title: '文件已损坏或不完整，请重新选择',
  status: 422,
  code: 'upload.unreadable',
});

/** One phone: what it keeps outlives the queue, as it outlives the app. */
function phone() {
  let kept: string | null = null;
  let instant = 0;
  let ids = 0;
  const contents = new Map<string, unknown>();
  const store: MediaStore = {
    put: async (id, { content }) => {
      contents.set(id, content);
      return { url: `kept/${id}`, stillUrl: null };
    },
    show: async (id) => (contents.has(id) ? { url: `kept/${id}`, stillUrl: null } : null),
    content: async (id) => (contents.get(id) as string) ?? null,
    drop: async (id) => void contents.delete(id),
  };
  const sent: { key: string; content: unknown; progress: (percent: number) => void; answer: (given: unknown) => void }[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const openApp = () =>
    createUploadQueue({
      recall: () => (kept === null ? null : JSON.parse(kept)),
      keep: (uploads) => {
        kept = JSON.stringify(uploads);
      },
      store,
      send: (content, { key }, progress) =>
        new Promise((resolve, reject) => {
          const answer = (given: unknown) => (typeof given === 'string' ? resolve({ id: given } as UploadView) : reject(given));
          sent.push({ key, content, progress, answer });
        }),
      uuid: () => `id-${++ids}`,
      now: () => instant,
      wait: (ms) => new Promise((end) => waits.push({ ms, end })),
    });
  return {
    openApp,
    sent,
    waits,
    contents,
    later: (ms: number) => {
      instant += ms;
    },
  };
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));
const states = (uploads: readonly QueuedUpload[]) => uploads.map(({ state }) => state);

it('shows a photo at once, says how much has left the phone, and that it arrived', async () => {
  const { openApp, sent } = phone();
  const queue = openApp();
  const id = await queue.add(photo);
  await breathe();
  expect(queue.list()[0]).toMatchObject({ id, state: 'sending', percent: 0, url: `kept/${id}` });
  sent[0]?.progress(60);
  expect(queue.list()[0]?.percent).toBe(60);
  sent[0]?.answer('u1');
  expect(await queue.settled([id])).toMatchObject([{ state: 'arrived', uploadId: 'u1', percent: 100 }]);
});

it('sends at most three at once and the fourth as soon as there is room', async () => {
  const { openApp, sent } = phone();
  const queue = openApp();
  for (let n = 0; n < 4; n += 1) await queue.add(photo);
  await breathe();
  expect(states(queue.list())).toEqual(['sending', 'sending', 'sending', 'waiting']);
  sent[1]?.answer('u2');
  await breathe();
  expect(states(queue.list())).toEqual(['sending', 'arrived', 'sending', 'sending']);
});

it('tries again under the same key after growing pauses, and at last leaves it to a tap', async () => {
  const { openApp, sent, waits } = phone();
  const queue = openApp();
  const id = await queue.add(photo);
  for (const attempt of [0, 1, 2, 3, 4]) {
    await breathe();
    sent[attempt]?.answer(attempt === 1 ? tooMany : new NetworkFailure('offline'));
    await breathe();
    if (attempt < 4) expect(queue.list()[0]?.state).toBe('waiting');
    waits[attempt]?.end();
  }
  expect(waits.map(({ ms }) => ms)).toEqual([1_000, 4_000, 12_000, 30_000]);
  expect(queue.list()[0]).toMatchObject({ state: 'failed', sentence: '网络未连接，请检查网络后重试', refusal: null });
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);

  queue.retry(id);
  await breathe();
  sent[5]?.answer('u1');
  expect(states(await queue.settled([id]))).toEqual(['arrived']);
});

it('does not send again what the server will never take, and says why', async () => {
  const { openApp, sent } = phone();
  const queue = openApp();
  const id = await queue.add(photo);
  await breathe();
  sent[0]?.answer(unreadable);
  expect(await queue.settled([id])).toMatchObject([{ state: 'failed', refusal: '文件已损坏或不完整，请重新选择' }]);
  await queue.resume();
  await breathe();
  expect(sent).toHaveLength(1);
});

it('goes on after the app was killed: what was on its way is sent again under its key, what arrived is not', async () => {
  const { openApp, sent } = phone();
  const before = openApp();
  await before.add(photo);
  await before.add(photo);
  await breathe();
  sent[0]?.answer('u1');
  await breathe();

  const after = openApp();
  await after.resume();
  await breathe();
  expect(states(after.list())).toEqual(['arrived', 'sending']);
  expect(after.list().map(({ url }) => url)).toEqual(['kept/id-1', 'kept/id-3']);
  expect(sent).toHaveLength(3);
  expect(sent[2]?.key).toBe(sent[1]?.key);
});

it('does not let a rest outlast the network: when that is back it is sent at once', async () => {
  const { openApp, sent } = phone();
  const queue = openApp();
  const id = await queue.add(photo);
  await breathe();
  sent[0]?.answer(new NetworkFailure('offline'));
  expect(await queue.settled([id])).toMatchObject([{ state: 'waiting', sentence: '网络未连接，请检查网络后重试' }]);
  await queue.resume();
  await breathe();
  expect(sent).toHaveLength(2);
});

it('says so when the file is no longer on the phone', async () => {
  const { openApp, contents, sent } = phone();
  const before = openApp();
  await before.add(photo);
  contents.clear();
  const after = openApp();
  await after.resume();
  await breathe();
  expect(after.list()[0]).toMatchObject({ state: 'failed', sentence: '这个文件已不在手机里，请删除后重新选择', url: null });
  expect(sent).toHaveLength(1);
});

it('frees the phone of what was released and of what nobody asked for in a week', async () => {
  const { openApp, contents, later } = phone();
  const queue = openApp();
  const [first] = [await queue.add(photo), await queue.add(photo)];
  await queue.release([first]);
  expect([...contents.keys()]).toEqual(['id-3']);
  later(7 * 24 * 60 * 60 * 1000 + 1);
  await openApp().resume();
  expect(contents.size).toBe(0);
});

it('sends anew, under another key, what the server has forgotten', async () => {
  const { openApp, sent } = phone();
  const queue = openApp();
  const id = await queue.add(photo);
  await breathe();
  sent[0]?.answer('u1');
  await queue.settled([id]);
  queue.sendAnew([id]);
  await breathe();
  sent[1]?.answer('u2');
  expect(await queue.settled([id])).toMatchObject([{ uploadId: 'u2' }]);
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});
