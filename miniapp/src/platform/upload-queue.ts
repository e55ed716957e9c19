import type { UploadKind, UploadView } from '@guihu/shared';
import { ApiProblem, sentenceOf } from './api-problem';
import type { Media } from './media-limits';
import type { MediaStore } from './media-store';

export type UploadState = 'waiting' | 'sending' | 'arrived' | 'failed';

/** What is known of a file after the app was closed. */
interface KeptUpload {
  id: string;
  kind: UploadKind;
  name: string;
  bytes: number;
  durationMs: number | null;
  /** Epoch milliseconds. */
  addedAt: number;
  /** The same for every attempt, so that a file which arrived unseen is not stored twice. */
  key: string;
  uploadId: string | null;
  /** Why it will not be taken, however often it is sent. */
  refusal: string | null;
}

/** A photo or video on its way from the phone to the server. */
export interface QueuedUpload extends KeptUpload {
  state: UploadState;
  /** Of what has left the phone, while it is being sent. */
  percent: number;
  /** With `failed`: why, in a sentence. */
  sentence: string | null;
  /** To be looked at on this phone; null until it was found in the phone's storage. */
  url: string | null;
  stillUrl: string | null;
}

export interface UploadQueueParts {
  recall: () => KeptUpload[] | null;
  keep: (uploads: KeptUpload[]) => void;
  store: MediaStore;
  send: (content: string | Blob, upload: { name: string; key: string }, onProgress: (percent: number) => void) => Promise<UploadView>;
  uuid: () => string;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

/** WeChat sends ten requests at once, and a phone on a bad network is faster with few. */
const MOST_AT_ONCE = 3;
const RETRY_AFTER_MS = [1_000, 4_000, 12_000, 30_000];
/** What nobody asked for in a week belongs to a form that was given up. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;
const GONE = '这个文件已不在手机里，请删除后重新选择';

/** Whether sending the same again may succeed: no answer, a busy or failing server, nobody signed in at the moment. */
export const isPassing = (failure: unknown): boolean =>
  !(failure instanceof ApiProblem) || failure.status >= 500 || failure.status === 429 || failure.status === 401;

class ContentGone extends ApiProblem {
  constructor() {
    super({ type: 'about:blank', status: 410, code: 'upload.unreadable', title: GONE });
  }
}

/**
 * Sends photos and videos one by one, at most three at once, again and again with growing pauses, and goes on after the app
 * was closed. What was added stays on the phone until `release`.
 */
export function createUploadQueue({ recall, keep, store, send, uuid, now, wait }: UploadQueueParts) {
  let uploads: QueuedUpload[] = [];
  let opened: Promise<void> | null = null;
  const attempts = new Map<string, number>();
  const resting = new Set<string>();
  const listeners = new Set<() => void>();

  const become = (next: QueuedUpload[], lasting = true) => {
    uploads = next;
    if (lasting) keep(uploads.map(lastingPart));
    for (const listener of [...listeners]) listener();
  };
  const find = (id: string) => uploads.find((upload) => upload.id === id);
  const change = (id: string, part: Partial<QueuedUpload>, lasting = true) =>
    become(
      uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)),
      lasting,
    );

  const pump = () => {
    const free = MOST_AT_ONCE - uploads.filter(({ state }) => state === 'sending').length;
    const next = uploads.filter(({ id, state }) => state === 'waiting' && !resting.has(id)).slice(0, Math.max(0, free));
    for (const { id } of next) void attempt(id);
  };

  const attempt = async (id: string) => {
    const upload = find(id) as QueuedUpload;
    change(id, { state: 'sending', percent: 0, sentence: null }, false);
    try {
      const content = await store.content(id, upload.name);
      if (content === null) throw new ContentGone();
      const view = await send(content, upload, (percent) => find(id)?.state === 'sending' && change(id, { percent }, false));
      if (find(id)) change(id, { state: 'arrived', percent: 100, uploadId: view.id });
    } catch (failure) {
      if (find(id)) failed(id, failure);
    }
    pump();
  };

  const failed = (id: string, failure: unknown) => {
    const sentence = sentenceOf(failure);
    if (!isPassing(failure)) return change(id, { state: 'failed', sentence, refusal: sentence });
    const made = attempts.get(id) ?? 0;
    const pause = RETRY_AFTER_MS[made];
    attempts.set(id, made + 1);
    if (pause === undefined) return change(id, { state: 'failed', sentence }, false);
    resting.add(id);
    change(id, { state: 'waiting', sentence }, false);
    void wait(pause).then(() => {
      resting.delete(id);
      pump();
    });
  };

  /** Takes up what was kept when the app was closed; every other verb waits for it. */
  const open = (): Promise<void> => {
    opened ??= (async () => {
      const kept = recall() ?? [];
      const old = kept.filter(({ addedAt }) => addedAt < now() - KEPT_FOR_MS);
      become(kept.filter((upload) => !old.includes(upload)).map(asFound));
      await Promise.all(old.map(({ id, name }) => store.drop(id, name)));
      for (const { id, name } of uploads) {
        const shown = await store.show(id, name);
        if (shown) change(id, shown, false);
      }
    })();
    return opened;
  };

  const anew = (id: string, part: Partial<QueuedUpload> = {}) => {
    attempts.delete(id);
    resting.delete(id);
    change(id, { state: 'waiting', percent: 0, sentence: null, refusal: null, ...part });
  };

  return {
    list: () => uploads,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /**
     * Keeps a photo or video on the phone and starts sending it. Resolves with its id here.
     * @throws MediaRefused when the phone cannot keep it
     */
    async add({ kind, name, bytes, durationMs, ...content }: Media): Promise<string> {
      await open();
      const id = uuid();
      const shown = await store.put(id, { kind, name, bytes, durationMs, ...content });
      const kept: KeptUpload = { id, kind, name, bytes, durationMs, addedAt: now(), key: uuid(), uploadId: null, refusal: null };
      become([...uploads, { ...asFound(kept), ...shown }]);
      pump();
      return id;
    },

    /** Goes on with everything that did not arrive: the app was opened, the network is back. */
    async resume(): Promise<void> {
      await open();
      for (const { id, state, refusal } of uploads) if ((state === 'failed' && refusal === null) || resting.has(id)) anew(id);
      pump();
    },

    /** The person asks for another try. */
    retry(id: string): void {
      if (find(id)?.state !== 'failed') return;
      anew(id);
      pump();
    },

    /** The server has forgotten these since they arrived: they are sent as new ones. */
    sendAnew(ids: readonly string[]): void {
      for (const id of ids) if (find(id)?.state === 'arrived') anew(id, { key: uuid(), uploadId: null });
      pump();
    },

    /** Lets go of what is no longer needed on the phone: it was taken back, or belongs to something the server has. */
    async release(ids: readonly string[]): Promise<void> {
      await open();
      const gone = uploads.filter(({ id }) => ids.includes(id));
      become(uploads.filter(({ id }) => !ids.includes(id)));
      await Promise.all(gone.map(({ id, name }) => store.drop(id, name)));
    },

    /** Resolves with these once each has arrived, failed or rests until its next try; those not known any more are left out. */
    async settled(ids: readonly string[]): Promise<QueuedUpload[]> {
      await open();
      const own = () => uploads.filter(({ id }) => ids.includes(id));
      const isOver = () => own().every(({ id, state }) => state === 'arrived' || state === 'failed' || resting.has(id));
      if (!isOver())
        await new Promise<void>((resolve) => {
          const listener = () => {
            if (!isOver()) return;
            listeners.delete(listener);
            resolve();
          };
          listeners.add(listener);
        });
      return own();
    },
  };
}
export type UploadQueue = ReturnType<typeof createUploadQueue>;

const lastingPart = ({ id, kind, name, bytes, durationMs, addedAt, key, uploadId, refusal }: QueuedUpload): KeptUpload => ({
  id,
  kind,
  name,
  bytes,
  durationMs,
  addedAt,
  key,
  uploadId,
  refusal,
});

const asFound = (kept: KeptUpload): QueuedUpload => ({
  ...kept,
  state: kept.uploadId ? 'arrived' : kept.refusal ? 'failed' : 'waiting',
  percent: kept.uploadId ? 100 : 0,
  sentence: kept.refusal,
  url: null,
  stillUrl: null,
});
