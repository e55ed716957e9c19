import { ApiProblem, sentenceOf } from './api-problem';
import { isPassing, type UploadQueue } from './upload-queue';

/** Something done while the network may be away: what, to which thing, and with which files. */
export interface Write<W> {
  /** What is written to. Within one lane everything arrives in the order in which it was tapped. */
  lane: string;
  what: W;
  /** Ids in the upload queue; it goes when all of them have arrived. */
  files: string[];
}

export interface QueuedWrite<W> extends Write<W> {
  id: string;
  /** When the person tapped, epoch milliseconds. */
  tappedAt: number;
  /** What was sent last and under which key: the same for the same content, until there is an answer. */
  sent: { body: string; key: string } | null;
  /** Why it was not taken. It waits for the person, and so does what was tapped after it. */
  refusal: string | null;
}

export type WriteOutcome<A> =
  | { outcome: 'answered'; answer: A }
  /** It is on the phone and goes by itself. */
  | { outcome: 'queued'; sentence: string }
  /** It was not taken. It stays, and holds its lane, until it is taken back, tried again or given up. */
  | { outcome: 'refused'; failure: unknown; id: string };

/** A file that the queue knows by `id` and the server by `uploadId`. */
export type UploadIds = Readonly<Record<string, string>>;

export interface WriteQueueParts<W, A> {
  recall: () => QueuedWrite<W>[] | null;
  keep: (writes: QueuedWrite<W>[]) => void;
  uploads: Pick<UploadQueue, 'settled' | 'release' | 'sendAnew'>;
  /** The content to send once its files have arrived. */
  bodyOf: (what: W, uploads: UploadIds) => object;
  send: (lane: string, what: W, body: object, idempotencyKey: string) => Promise<A>;
  uuid: () => string;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

const RETRY_AFTER_MS = [3_000, 10_000, 30_000, 60_000, 120_000];
const FILES_WAIT = '照片还在上传，传完会自动提交';

/**
 * Writes of somebody who works where there is no network. Each is on the phone before it is sent and until the server has
 * answered, under one key for one content; lanes go in order, and what the server refuses stays in its lane to be looked at.
 */
export function createWriteQueue<W, A>({ recall, keep, uploads, bodyOf, send, uuid, now, wait }: WriteQueueParts<W, A>) {
  let writes: QueuedWrite<W>[] | null = null;
  const draining = new Map<string, Promise<void>>();
  const persisting = new Set<string>();
  const toldOnce = new Map<string, (outcome: WriteOutcome<A>) => void>();
  const listeners = new Set<() => void>();

  const all = (): QueuedWrite<W>[] => {
    writes ??= recall() ?? [];
    return writes;
  };
  const become = (next: QueuedWrite<W>[]) => {
    writes = next;
    keep(next);
    for (const listener of [...listeners]) listener();
  };
  const find = (id: string) => all().find((write) => write.id === id);
  const headOf = (lane: string) => all().find((write) => write.lane === lane);
  /** What may go now; a refused head holds its lane. */
  const nextOf = (lane: string) => {
    const head = headOf(lane);
    return head?.refusal === null ? head : undefined;
  };
  const change = (id: string, part: Partial<QueuedWrite<W>>) =>
    become(all().map((write) => (write.id === id ? { ...write, ...part } : write)));
  const drop = (id: string) => become(all().filter((write) => write.id !== id));

  /** Sends a lane from its head until it is empty, or until its head has to wait. One drain for each lane at a time. */
  const drain = (lane: string): Promise<void> => {
    const going = draining.get(lane);
    if (going) return going;
    if (!nextOf(lane)) return Promise.resolve();
    const run = (async () => {
      for (let head = nextOf(lane); head; head = nextOf(lane)) {
        const attempt = await attemptOf(head);
        toldOnce.get(head.id)?.(attempt);
        toldOnce.delete(head.id);
        if (attempt.outcome === 'queued') break;
      }
      draining.delete(lane);
    })();
    draining.set(lane, run);
    return run;
  };

  const attemptOf = async (write: QueuedWrite<W>): Promise<WriteOutcome<A>> => {
    try {
      const files = await uploads.settled(write.files);
      const late = files.find(({ state }) => state !== 'arrived');
      if (late?.refusal) throw refusedFile(late.refusal);
      if (late) return { outcome: 'queued', sentence: late.sentence ?? FILES_WAIT };
      const body = bodyOf(write.what, Object.fromEntries(files.map((file) => [file.id, file.uploadId as string])));
      const answer = await send(write.lane, write.what, body, keyFor(write, body));
      drop(write.id);
      await uploads.release(write.files);
      return { outcome: 'answered', answer };
    } catch (failure) {
      return failedWith(write, failure);
    }
  };

  const keyFor = (write: QueuedWrite<W>, content: object): string => {
    const body = JSON.stringify(content);
    if (write.sent?.body === body) return write.sent.key;
    const key = uuid();
    // Written before it is sent: whoever is killed in between asks again under the same key.
    change(write.id, { sent: { body, key } });
    return key;
  };

  const failedWith = ({ id, files }: QueuedWrite<W>, failure: unknown): WriteOutcome<A> => {
    if (isPassing(failure)) return { outcome: 'queued', sentence: sentenceOf(failure) };
    if (failure instanceof ApiProblem && failure.code === 'upload.not-found') {
      // Kept on the server for some time only; the phone still has them.
      uploads.sendAnew(files);
      return { outcome: 'queued', sentence: FILES_WAIT };
    }
    change(id, { refusal: failure instanceof ApiProblem && failure.fields[0] ? failure.fields[0].message : sentenceOf(failure) });
    return { outcome: 'refused', failure, id };
  };

  /** Tries a lane again after growing pauses for as long as something in it can go. */
  const persist = async (lane: string): Promise<void> => {
    if (persisting.has(lane)) return;
    persisting.add(lane);
    for (let round = 0; nextOf(lane); round += 1) {
      await wait(RETRY_AFTER_MS[Math.min(round, RETRY_AFTER_MS.length - 1)] as number);
      await drain(lane);
    }
    persisting.delete(lane);
  };
  const goOn = async (lane: string): Promise<void> => {
    await drain(lane);
    void persist(lane);
  };

  /** A refused one goes, and what waited behind it goes on. */
  const leave = (id: string): QueuedWrite<W> | null => {
    const write = find(id);
    if (!write || write.refusal === null) return null;
    drop(id);
    void goOn(write.lane);
    return write;
  };

  return {
    list: all,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Takes it over, before anything is waited for, and sends it at once when nothing of its lane waits before it. */
    post(write: Write<W>): Promise<WriteOutcome<A>> {
      const behind = headOf(write.lane) !== undefined;
      const id = uuid();
      become([...all(), { ...write, id, tappedAt: now(), sent: null, refusal: null }]);
      if (behind) {
        void goOn(write.lane);
        return Promise.resolve({ outcome: 'queued', sentence: '前面的操作还在排队，会按顺序发送' });
      }
      return new Promise((resolve) => {
        toldOnce.set(id, resolve);
        void goOn(write.lane);
      });
    },

    /** Sends everything that waits: the app was opened, the network is back. */
    async resume(): Promise<void> {
      await Promise.all([...new Set(all().map(({ lane }) => lane))].map(goOn));
    },

    /** The person wants a refused one to be tried again. */
    retry(id: string): void {
      const write = find(id);
      if (!write?.refusal) return;
      change(id, { refusal: null });
      void goOn(write.lane);
    },

    /** Hands a refused one back to the person who stands before its form; its files stay in the upload queue. */
    takeBack: (id: string): void => void leave(id),

    /** The person has read the refusal and gives it up; what waited behind it goes on. */
    async giveUp(id: string): Promise<void> {
      const write = leave(id);
      if (write) await uploads.release(write.files);
    },
  };
}
export type WriteQueue<W, A> = ReturnType<typeof createWriteQueue<W, A>>;

const refusedFile = (title: string): ApiProblem => new ApiProblem({ type: 'about:blank', status: 422, code: 'upload.unreadable', title });
