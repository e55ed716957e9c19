import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';
import { type Media, MediaRefused } from './media-limits';

/** Where to look at something kept; a still only beside a video. */
export interface Shown {
  url: string;
  stillUrl: string | null;
}

/** Keeps the content of photos and videos on the phone, so that it outlives the app being closed. */
export interface MediaStore {
  /** @throws MediaRefused when the phone has no room left */
  put(id: string, media: Media): Promise<Shown>;
  /** Null when the content is no longer there. */
  show(id: string, name: string): Promise<Shown | null>;
  /** What the upload takes; null when it is no longer there. */
  content(id: string, name: string): Promise<string | Blob | null>;
  drop(id: string, name: string): Promise<void>;
}

const STILL = 'still.jpg';

/** Files in the folder that WeChat leaves to the mini-program. */
const wechatStore: MediaStore = {
  async put(id, { name, content, still }) {
    await copy(content as string, pathOf(id, name)).catch(() => {
      throw new MediaRefused('手机存储空间不够，没能留住这个文件，请清理后再试');
    });
    if (still) await copy(still as string, pathOf(id, STILL)).catch(() => undefined);
    return { url: pathOf(id, name), stillUrl: still ? pathOf(id, STILL) : null };
  },
  show: async (id, name) =>
    (await isThere(pathOf(id, name)))
      ? { url: pathOf(id, name), stillUrl: (await isThere(pathOf(id, STILL))) ? pathOf(id, STILL) : null }
      : null,
  content: async (id, name) => ((await isThere(pathOf(id, name))) ? pathOf(id, name) : null),
  async drop(id, name) {
    await Promise.all([remove(pathOf(id, name)), remove(pathOf(id, STILL))]);
  },
};

const pathOf = (id: string, name: string): string => `${Taro.env.USER_DATA_PATH}/${id}-${name}`;
const files = () => Taro.getFileSystemManager();

const copy = (srcPath: string, destPath: string): Promise<void> =>
  new Promise((resolve, reject) => files().copyFile({ srcPath, destPath, success: () => resolve(), fail: reject }));
const isThere = (path: string): Promise<boolean> =>
  new Promise((resolve) => files().access({ path, success: () => resolve(true), fail: () => resolve(false) }));
const remove = (filePath: string): Promise<void> =>
  new Promise((resolve) => files().unlink({ filePath, success: () => resolve(), fail: () => resolve() }));

/** In a browser without a database of its own, what is kept lasts as long as the page. */
const held = new Map<string, Blob>();
const addresses = new Map<string, string>();

const h5Store: MediaStore = {
  async put(id, { content, still }) {
    await hold(id, content as Blob);
    if (still) await hold(`${id}/${STILL}`, still as Blob);
    return { url: addressOf(id, content as Blob), stillUrl: still ? addressOf(`${id}/${STILL}`, still as Blob) : null };
  },
  async show(id) {
    const [content, still] = await Promise.all([find(id), find(`${id}/${STILL}`)]);
    return content ? { url: addressOf(id, content), stillUrl: still ? addressOf(`${id}/${STILL}`, still) : null } : null;
  },
  content: (id) => find(id),
  async drop(id) {
    for (const key of [id, `${id}/${STILL}`]) {
      held.delete(key);
      const address = addresses.get(key);
      if (address) URL.revokeObjectURL(address);
      addresses.delete(key);
      await inTable('readwrite', (table) => table.delete(key)).catch(() => undefined);
    }
  },
};

function addressOf(key: string, content: Blob): string {
  const address = addresses.get(key) ?? URL.createObjectURL(content);
  addresses.set(key, address);
  return address;
}

async function hold(key: string, content: Blob): Promise<void> {
  held.set(key, content);
  await inTable('readwrite', (table) => table.put(content, key)).catch(() => undefined);
}

async function find(key: string): Promise<Blob | null> {
  const here = held.get(key);
  if (here) return here;
  const kept = await inTable<Blob | undefined>('readonly', (table) => table.get(key)).catch(() => undefined);
  if (kept) held.set(key, kept);
  return kept ?? null;
}

const TABLE = 'media';
let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('guihu', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function inTable<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<T> {
  const transaction = (await opened()).transaction(TABLE, mode);
  const request = ask(transaction.objectStore(TABLE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result as T);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const mediaStore: MediaStore = IS_H5 ? h5Store : wechatStore;
