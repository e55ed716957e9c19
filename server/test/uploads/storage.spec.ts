import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LocalDisk } from '../../src/integrations/storage/local-disk';
import { S3Bucket } from '../../src/integrations/storage/s3.client';
import { FileMissing, type StoragePort, StorageUnavailable } from '../../src/integrations/storage/storage.port';
import { type S3StandIn, startS3 } from '../support/s3';

const HOUR = 3_600_000;
const keys = async (storage: StoragePort, prefix: string, olderThan?: number): Promise<string[]> => {
  const found: string[] = [];
  for await (const key of storage.list(prefix, olderThan)) found.push(key);
  return found.sort();
};
const text = async (storage: StoragePort, key: string) => (await buffer((await storage.open(key)).body)).toString();
const put = (storage: StoragePort, key: string, content: string) =>
  storage.put(key, Buffer.from(content), { mime: 'text/plain', bytes: content.length });

interface Place {
  storage: StoragePort;
  /** Makes a file look as if it had been written so long ago. */
  age(key: string, ms: number): void;
  stop(): Promise<void>;
}

async function aDisk(): Promise<Place & { folder: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-files-'));
  const age = (key: string, ms: number) => {
    const at = new Date(Date.now() - ms);
    utimesSync(path.join(folder, 'files', key), at, at);
  };
  return {
    storage: new LocalDisk(path.join(folder, 'files')),
    folder,
    age,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function aBucket(): Promise<Place & { s3: S3StandIn }> {
  const s3 = await startS3();
  const age = (key: string, ms: number) => {
    const kept = s3.kept.get(key);
    if (kept) kept.writtenAt = Date.now() - ms;
  };
  return { storage: new S3Bucket(s3.config), s3, age, stop: () => s3.stop() };
}

describe.each([
  ['a disk of our own', aDisk],
  ['a bucket', aBucket],
])('files on %s', (_, open: () => Promise<Place>) => {
  let place: Place;
  let storage: StoragePort;
  beforeAll(async () => {
    place = await open();
    storage = place.storage;
  });
  afterAll(() => place?.stop());

  it('are given back as they were kept, from memory and from a stream', async () => {
    const bytes = randomBytes(300_000);
    await storage.put('uploads/a/one.jpg', bytes, { mime: 'image/jpeg', bytes: bytes.length });
    await storage.put('uploads/a/two.mp4', Readable.from([bytes.subarray(0, 7), bytes.subarray(7)], { objectMode: false }), {
      mime: 'video/mp4',
      bytes: bytes.length,
    });
    for (const key of ['uploads/a/one.jpg', 'uploads/a/two.mp4']) {
      const { body, size } = await storage.open(key);
      expect([size, (await buffer(body)).equals(bytes)]).toEqual([bytes.length, true]);
    }
  });

  it('are given in part, both ends included', async () => {
    await put(storage, 'uploads/a/letters.txt', 'abcdefgh');
    const { body, size } = await storage.open('uploads/a/letters.txt', { start: 2, end: 4 });
    expect([size, (await buffer(body)).toString()]).toEqual([3, 'cde']);
    const last = await storage.open('uploads/a/letters.txt', { start: 7, end: 7 });
    expect([last.size, (await buffer(last.body)).toString()]).toEqual([1, 'h']);
  });

  it('are replaced whole by a file of the same key', async () => {
    await put(storage, 'uploads/b/same.txt', 'the longer one of the two');
    await put(storage, 'uploads/b/same.txt', 'short');
    expect(await text(storage, 'uploads/b/same.txt')).toBe('short');
  });

  it('are gone once removed, and may be removed again', async () => {
    await put(storage, 'uploads/b/gone.txt', 'x');
    await storage.remove('uploads/b/gone.txt');
    await storage.remove('uploads/b/gone.txt');
    await expect(storage.open('uploads/b/gone.txt')).rejects.toThrow(FileMissing);
    await expect(storage.open('uploads/nowhere/at-all.txt')).rejects.toThrow(FileMissing);
  });

  it('are listed by folder and by age', async () => {
    for (const name of ['v', 'w', 'x', 'y', 'z']) await put(storage, `listed/${name}/f.txt`, name);
    await put(storage, 'listed-not/f.txt', 'another folder');
    place.age('listed/w/f.txt', 30 * HOUR);
    place.age('listed/z/f.txt', 25 * HOUR);
    expect(await keys(storage, 'listed')).toEqual(['v', 'w', 'x', 'y', 'z'].map((name) => `listed/${name}/f.txt`));
    expect(await keys(storage, 'listed', Date.now() - 24 * HOUR)).toEqual(['listed/w/f.txt', 'listed/z/f.txt']);
    expect(await keys(storage, 'nothing-here')).toEqual([]);
  });

  it.each([
    '../secrets.json',
    'uploads/../../secrets.json',
    '/etc/passwd',
    'uploads//a',
    'uploads/./a',
    'uploads/a/',
    'uploads\\a',
    'uploads/a\u0000.jpg',
    'uploads/%2e%2e/a',
    'C:a',
    '',
    'A.jpg',
    `a/${'x'.repeat(201)}`.slice(0, 201),
  ])('are never kept, read or removed under %j', async (key) => {
    await expect(put(storage, key, 'x')).rejects.toThrow(/no key/);
    await expect(storage.open(key)).rejects.toThrow(/no key/);
    await expect(storage.remove(key)).rejects.toThrow(/no key/);
  });
});

describe('a disk of our own', () => {
  let disk: Awaited<ReturnType<typeof aDisk>>;
  beforeAll(async () => {
    disk = await aDisk();
  });
  afterAll(() => disk?.stop());
  const everything = () =>
    existsSync(disk.folder)
      ? readdirSync(disk.folder, { recursive: true, withFileTypes: true })
          .filter((e) => e.isFile())
          .map((e) => e.name)
      : [];

  it('keeps nothing of a file that broke off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error('the phone was gone');
      })(),
    );
    await expect(disk.storage.put('uploads/c/half.jpg', broken, { mime: 'image/jpeg', bytes: 20 })).rejects.toThrow('the phone was gone');
    expect(everything()).toEqual([]);
  });

  it('leaves the old file while a new one breaks off', async () => {
    await put(disk.storage, 'uploads/c/kept.txt', 'old');
    const broken = new Readable({ read() {} });
    setTimeout(() => broken.destroy(new Error('gone')), 10);
    await expect(disk.storage.put('uploads/c/kept.txt', broken, { mime: 'text/plain', bytes: 20 })).rejects.toThrow('gone');
    expect(await text(disk.storage, 'uploads/c/kept.txt')).toBe('old');
    expect(everything()).toEqual(['kept.txt']);
  });

  it('lets nobody else on the machine read', async () => {
    await put(disk.storage, 'uploads/c/private.txt', 'x');
    const mode = (name: string) => statSync(path.join(disk.folder, 'files', name)).mode & 0o777;
    expect([mode('uploads/c/private.txt'), mode('uploads/c')]).toEqual([0o600, 0o700]);
  });

  it('lists what a crash left half-written, and passes over what is not ours', async () => {
    mkdirSync(path.join(disk.folder, 'files/crashed'), { recursive: true });
    for (const name of ['one.jpg.0192-ab.part', '.DS_Store', 'Thumbs.db']) writeFileSync(path.join(disk.folder, 'files/crashed', name), '');
    expect(await keys(disk.storage, 'crashed')).toEqual(['crashed/one.jpg.0192-ab.part']);
  });

  it('says that it cannot write instead of failing strangely', async () => {
    writeFileSync(path.join(disk.folder, 'files/blocked'), '');
    await expect(put(disk.storage, 'blocked/a.txt', 'x')).rejects.toThrow(StorageUnavailable);
  });
});

describe('a bucket', () => {
  let bucket: Awaited<ReturnType<typeof aBucket>>;
  beforeAll(async () => {
    bucket = await aBucket();
  });
  afterAll(() => bucket?.stop());

  it('hears the type of what it keeps', async () => {
    await bucket.storage.put('uploads/a.jpg', Buffer.from('x'), { mime: 'image/jpeg', bytes: 1 });
    expect(bucket.s3.kept.get('uploads/a.jpg')).toMatchObject({ mime: 'image/jpeg', bytes: Buffer.from('x') });
  });

  it('refuses whoever does not know the secret, and nothing of it is told', async () => {
    const stranger = new S3Bucket({ ...bucket.s3.config, secretAccessKey: 'guessed-secret-0001' });
    const refusal = await put(stranger, 'uploads/a.txt', 'x').then(
      () => null,
      (error: unknown) => error as Error,
    );
    expect(refusal).toBeInstanceOf(StorageUnavailable);
    const said = JSON.stringify([refusal?.message, refusal?.stack, Object.entries(refusal as object)]);
    for (const secret of ['guessed-secret-0001', bucket.s3.config.accessKeyId, 'signature']) expect(said).not.toContain(secret);
  });

  it('is asked again after a short failure', async () => {
    bucket.s3.fail(1);
    await put(bucket.storage, 'uploads/again.txt', 'x');
    expect(await text(bucket.storage, 'uploads/again.txt')).toBe('x');
  });

  it('that is gone, or is another one, is unavailable and no missing file', async () => {
    const elsewhere = new S3Bucket({ ...bucket.s3.config, bucket: 'another' });
    await expect(elsewhere.open('uploads/again.txt')).rejects.toThrow(StorageUnavailable);
    const nobody = new S3Bucket({ ...bucket.s3.config, endpoint: 'http://127.0.0.1:9' });
    await expect(nobody.open('uploads/again.txt')).rejects.toThrow(StorageUnavailable);
  });
});
