import { ApiProblem, sentenceOf } from './api-problem';
import { isPassing, type UploadQueue } from './upload-queue';

/** A form handed over to be sent, whole: what is sent, and what is needed to show it and to fill the form in again. */
export interface Parcel<B, F> {
  /** Without the files; their ids are known only once they have arrived. */
  body: B;
  form: F;
  /** Ids in the upload queue, in the order of the form. */
  files: string[];
}

export interface OutboxItem<B, F> extends Parcel<B, F> {
  id: string;
  /** Epoch milliseconds. */
  queuedAt: number;
  /** What was sent last and under which key: the same for the same content, until there is an answer. */
  sent: { body: string; key: string } | null;
  /** Why it will not be taken as it is; it waits for the person. */
  refusal: string | null;
}

export type Delivery<A> =
  | { outcome: 'answered'; answer: A }
  /** It stays and goes by itself. */
  | { outcome: 'queued'; sentence: string }
  /** It stays until it is taken back and mended. */
  | { outcome: 'refused'; failure: unknown; id: string };

export interface OutboxParts<B, F, A> {
  recall: () => OutboxItem<B, F>[] | null;
  keep: (items: OutboxItem<B, F>[]) => void;
  uploads: Pick<UploadQueue, 'settled' | 'release' | 'sendAnew'>;
  send: (body: B & { uploadIds?: string[] }, idempotencyKey: string) => Promise<A>;
  uuid: () => string;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

const RETRY_AFTER_MS = [3_000, 10_000, 30_000, 60_000, 120_000];

/**
 * Forms that must reach the server, however bad the network: each is on the phone until the server has answered, is sent under
 * one key for one content, and goes on after the app was closed. A refusal of the content is left for the person to mend.
 */
export function createOutbox<B extends object, F, A>({ recall, keep, uploads, send, uuid, now, wait }: OutboxParts<B, F, A>) {
  let items: OutboxItem<B, F>[] | null = null;
  const underWay = new Map<string, Promise<Delivery<A>>>();
  const persisting = new Set<string>();
  const listeners = new Set<() => void>();

  const all = (): OutboxItem<B, F>[] => {
    items ??= recall() ?? [];
    return items;
  };
  const become = (next: OutboxItem<B, F>[]) => {
    items = next;
    keep(next);
    for (const listener of [...listeners]) listener();
  };
  const find = (id: string) => all().find((item) => item.id === id);
  const change = (id: string, part: Partial<OutboxItem<B, F>>) =>
    become(all().map((item) => (item.id === id ? { ...item, ...part } : item)));
  const drop = (id: string) => become(all().filter((item) => item.id !== id));

  /** One attempt for one item at a time; whoever asks meanwhile gets the same answer. */
  const deliver = (id: string): Promise<Delivery<A>> => {
    const going = underWay.get(id);
    if (going) return going;
    const attempt = attemptOf(id).then((delivery) => {
      underWay.delete(id);
      return delivery;
    });
    underWay.set(id, attempt);
    return attempt;
  };

  const attemptOf = async (id: string): Promise<Delivery<A>> => {
    try {
      const files = await uploads.settled((find(id) as OutboxItem<B, F>).files);
      const item = find(id);
      if (!item) return { outcome: 'queued', sentence: '' };
      const missing = files.find(({ state }) => state !== 'arrived');
      if (missing?.refusal) throw refusedFile(missing.refusal);
      if (missing) return { outcome: 'queued', sentence: missing.sentence ?? '' };
      const uploadIds = item.files.flatMap((file) => files.find((known) => known.id === file)?.uploadId ?? []);
      const body = uploadIds.length > 0 ? { ...item.body, uploadIds } : item.body;
      const answer = await send(body, keyFor(item, body));
      drop(id);
      await uploads.release(item.files);
      return { outcome: 'answered', answer };
    } catch (failure) {
      return failedWith(id, failure);
    }
  };

  const keyFor = (item: OutboxItem<B, F>, content: object): string => {
    const body = JSON.stringify(content);
    if (item.sent?.body === body) return item.sent.key;
    const key = uuid();
    // Written before it is sent: whoever is killed in between asks again under the same key.
    change(item.id, { sent: { body, key } });
    return key;
  };

  const failedWith = (id: string, failure: unknown): Delivery<A> => {
    if (isPassing(failure)) return { outcome: 'queued', sentence: sentenceOf(failure) };
    const item = find(id);
    if (item && failure instanceof ApiProblem && failure.code === 'upload.not-found') {
      // Kept on the server for some time only; the phone still has them.
      uploads.sendAnew(item.files);
      return { outcome: 'queued', sentence: '照片需要重新上传，正在自动上传' };
    }
    change(id, { refusal: failure instanceof ApiProblem && failure.fields[0] ? failure.fields[0].message : sentenceOf(failure) });
    return { outcome: 'refused', failure, id };
  };

  /** Tries again after growing pauses, as long as the app is open and it is still there. */
  const persist = async (id: string): Promise<void> => {
    if (persisting.has(id)) return;
    persisting.add(id);
    for (const pause of RETRY_AFTER_MS) {
      await wait(pause);
      const item = find(id);
      if (!item || item.refusal !== null || (await deliver(id)).outcome !== 'queued') break;
    }
    persisting.delete(id);
  };

  const takeBack = (id: string): Parcel<B, F> | null => {
    const item = find(id);
    if (!item || underWay.has(id)) return null;
    drop(id);
    return item;
  };

  return {
    list: all,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Takes it over, before anything is waited for, and tries to send it at once. Unless it is refused it is sent sooner or later. */
    async post(parcel: Parcel<B, F>): Promise<Delivery<A>> {
      const id = uuid();
      become([...all(), { ...parcel, id, queuedAt: now(), sent: null, refusal: null }]);
      const delivery = await deliver(id);
      if (delivery.outcome === 'queued') void persist(id);
      return delivery;
    },

    /** Sends everything that waits: the app was opened, the network is back. */
    async resume(): Promise<void> {
      const waiting = all().filter(({ refusal }) => refusal === null);
      await Promise.all(
        waiting.map(async ({ id }) => {
          if ((await deliver(id)).outcome === 'queued') void persist(id);
        }),
      );
    },

    /** Hands a form back to the person; null while it is on its way or when it is gone. Its files stay in the upload queue. */
    takeBack,
  };
}
export type Outbox<B extends object, F, A> = ReturnType<typeof createOutbox<B, F, A>>;

const refusedFile = (title: string): ApiProblem => new ApiProblem({ type: 'about:blank', status: 422, code: 'upload.unreadable', title });
