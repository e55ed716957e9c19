import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { UploadView } from '@guihu/shared';
import { StoragePort, StorageUnavailable } from '../../src/integrations/storage/storage.port';
import { UploadRegister } from '../../src/modules/registers/upload/upload.register';
import { UploadSweepService } from '../../src/modules/registers/upload/upload-sweep.service';
import { type Person, startApp, type TestApp } from '../support/app';
import { expectProblem } from '../support/refusals';
import { type S3StandIn, startS3 } from '../support/s3';
import { aPhoto, dataDirOf, filesOf, sendFile, show, uploadCount } from '../support/uploads';

const HOUR = 3_600_000;

describe('a photo that serves nobody', () => {
  let world: TestApp;
  let owner: Person;
  let register: UploadRegister;
  beforeEach(async () => {
    world = await startApp();
    owner = await world.as('owner');
    register = world.app.get(UploadRegister);
  });
  afterEach(() => world?.stop());

  const taken = async (): Promise<UploadView> => (await sendFile(world, owner, await aPhoto())).body;
  const attach = (id: string, to: string) =>
    world.database.useCase((tx) => register.attach(tx, { accountId: owner.me.accountId }, [id], to, 'report'));
  const kept = () => filesOf(world).sort();
  const age = (file: string, hours: number) => {
    const at = new Date(Date.now() - hours * HOUR);
    utimesSync(path.join(dataDirOf(world), file), at, at);
  };
  const put = (file: string, hours: number) => {
    const full = path.join(dataDirOf(world), file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, 'x');
    age(file, hours);
  };

  it('is gone a day later with its files, and one that belongs to something stays', async () => {
    const [used, unused] = [await taken(), await taken()];
    await attach(used.id, 'work-order:1');
    await world.travel('PT23H');
    expect(await uploadCount(world)).toBe(2);
    await world.travel('PT3H');
    expect(await uploadCount(world)).toBe(1);
    expect(kept().every((file) => file.includes(used.id))).toBe(true);
    expect(kept()).toHaveLength(2);
    await expect(attach(unused.id, 'work-order:2')).rejects.toMatchObject({ code: 'upload.not-found' });
    const [photo] = await register.of('work-order:1');
    expect((await show(world, photo?.url as string)).status).toBe(200);
    const metrics = (await world.http('GET', '/metrics')).body;
    expect(metrics).toContain('guihu_uploads_swept_total{what="unused"} 1');
    expect(metrics).toContain('guihu_uploads_total{kind="image",outcome="kept"} 2');
  });

  it('is gone, too, when what it belonged to let it go', async () => {
    const { id } = await taken();
    await attach(id, 'work-order:1');
    await world.database.useCase((tx) => register.release(tx, 'work-order:1'));
    await world.travel('PT26H');
    expect([await uploadCount(world), kept()]).toEqual([0, []]);
  });

  it('is a file whose row was never written, because the process died in between: it goes after a day, and not before', async () => {
    const { id } = await taken();
    const [full, thumb] = kept()
      .filter((file) => !file.includes('-thumb'))
      .concat(kept().filter((file) => file.includes('-thumb')));
    const folder = path.dirname(full as string);
    put(`${folder}/${randomUUID()}.jpg`, 25);
    put(`${folder}/${randomUUID()}-thumb.jpg`, 30);
    put(`${folder}/${randomUUID()}.jpg.${randomUUID()}.part`, 25);
    put('files/uploads/2026-01-01/strange.bin', 25);
    const fresh = `${folder}/${randomUUID()}.mp4`;
    put(fresh, 23);
    put(`incoming/${randomUUID()}.part`, 25);
    put('incoming/being-sent.part', 1);
    for (const file of [full, thumb]) age(file as string, 400);
    const sweep = () => world.app.get(UploadSweepService).sweep();
    expect(await sweep()).toEqual({ unused: 0, strays: 4 });
    expect(kept()).toEqual([full, thumb, fresh, 'incoming/being-sent.part'].sort());
    expect(await sweep()).toEqual({ unused: 0, strays: 0 });
    await attach(id, 'work-order:1');
    expect((await world.http('GET', '/metrics')).body).toContain('guihu_uploads_swept_total{what="stray"} 4');
  });

  it('is no stray when there are hundreds: then the database is the wrong one', async () => {
    for (let i = 0; i < 501; i++) put(`files/uploads/2026-01-01/${randomUUID()}.jpg`, 25);
    expect(await world.app.get(UploadSweepService).sweep()).toEqual({ unused: 0, strays: 0 });
    expect(kept()).toHaveLength(501);
    rmSync(path.join(dataDirOf(world), kept()[0] as string));
    expect(await world.app.get(UploadSweepService).sweep()).toEqual({ unused: 0, strays: 500 });
  });

  it('is found again when its file could not be removed at first', async () => {
    await taken();
    const storage = world.app.get(StoragePort);
    const remove = storage.remove.bind(storage);
    const tried: string[] = [];
    storage.remove = async (key) => {
      tried.push(key);
      throw new StorageUnavailable('the disk is away');
    };
    await expect(sweepLater()).rejects.toThrow(StorageUnavailable);
    expect([tried.length, await uploadCount(world), kept().length]).toEqual([1, 0, 2]);
    storage.remove = remove;
    for (const file of kept()) age(file, 25);
    expect(await world.app.get(UploadSweepService).sweep()).toEqual({ unused: 0, strays: 2 });
    expect(kept()).toEqual([]);

    async function sweepLater() {
      const [row] = await world.database.rows<{ created_at: number }>('SELECT created_at FROM uploads');
      await world.database.rows('UPDATE uploads SET created_at = ?', [Number(row?.created_at) - 25 * HOUR]);
      return world.app.get(UploadSweepService).sweep();
    }
  });

  it('is either used or gone when both happen at one moment', async () => {
    const ids = [];
    for (let i = 0; i < 8; i++) ids.push((await taken()).id);
    await world.database.rows('UPDATE uploads SET created_at = created_at - ?', [25 * HOUR]);
    const [, ...answers] = await Promise.allSettled([
      world.app.get(UploadSweepService).sweep(),
      ...ids.map((id, i) => attach(id, `work-order:${i}`)),
    ]);
    for (const [i, answer] of answers.entries()) {
      const photos = await register.of(`work-order:${i}`);
      if (answer.status === 'fulfilled') expect((await show(world, photos[0]?.url as string)).status).toBe(200);
      else expect([answer.reason.code, photos]).toEqual(['upload.not-found', []]);
    }
    expect(kept()).toHaveLength(2 * answers.filter((a) => a.status === 'fulfilled').length);
  });

  it('is said to be gone when only its file is', async () => {
    const { url, thumbUrl } = await taken();
    rmSync(path.join(dataDirOf(world), 'files'), { recursive: true });
    for (const link of [url, thumbUrl as string]) expectProblem(await world.http('GET', link), 'upload.not-found');
  });
});

describe('photos in a bucket', () => {
  let s3: S3StandIn;
  let world: TestApp;
  beforeAll(async () => {
    s3 = await startS3();
    world = await startApp({
      STORAGE: 's3',
      S3_ENDPOINT: s3.config.endpoint,
      S3_REGION: s3.config.region,
      S3_BUCKET: s3.config.bucket,
      S3_ACCESS_KEY_ID: s3.config.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.config.secretAccessKey,
      S3_FORCE_PATH_STYLE: 'on',
    });
  });
  afterAll(async () => {
    await world?.stop();
    await s3?.stop();
  });

  it('are kept there, shown from there in parts, and swept away there', async () => {
    const owner = await world.as('owner');
    const { body } = await sendFile(world, owner, await aPhoto());
    expect([...s3.kept.keys()].map((key) => path.basename(key)).sort()).toEqual([`${body.id}-thumb.jpg`, `${body.id}.jpg`]);
    expect(existsSync(path.join(dataDirOf(world), 'files'))).toBe(false);
    expect(filesOf(world)).toEqual([]);
    const whole = await show(world, body.url);
    expect(whole.bytes.equals(s3.kept.get([...s3.kept.keys()].find((k) => k.endsWith(`${body.id}.jpg`)) as string)?.bytes as Buffer)).toBe(
      true,
    );
    const part = await show(world, body.url, { range: 'bytes=2-5' });
    expect([part.status, part.bytes.equals(whole.bytes.subarray(2, 6))]).toEqual([206, true]);
    await world.travel('PT26H');
    expect([...s3.kept.keys()]).toEqual([]);
  });

  it('are refused, with nothing kept, while the bucket is away', async () => {
    const owner = await world.as('owner');
    const before = await uploadCount(world);
    s3.fail(20);
    const answer = await sendFile(world, owner, await aPhoto());
    expect([answer.status, answer.body.code]).toEqual([503, 'storage.unavailable']);
    expect(JSON.stringify(answer.body)).not.toContain(s3.config.bucket);
    expect([await uploadCount(world), filesOf(world)]).toEqual([before, []]);
    s3.fail(0);
    expect((await sendFile(world, owner, await aPhoto())).status).toBe(201);
  });
});
