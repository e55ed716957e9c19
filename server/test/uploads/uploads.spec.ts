import { randomUUID } from 'node:crypto';
import type { UploadView } from '@guihu/shared';
import sharp from 'sharp';
import { aMovie, PLACE, track } from '../../src/modules/registers/upload/movie.fixture';
import { UploadRegister } from '../../src/modules/registers/upload/upload.register';
import { type Person, startApp, type TestApp } from '../support/app';
import { expectProblem, rowCounts } from '../support/refusals';
import { aPhoto, CAMERA, filesOf, sendFile, show, uploadCount } from '../support/uploads';

const MINUTE = 60_000;

describe('somebody who sends a photo or a video', () => {
  let world: TestApp;
  let owner: Person;
  let register: UploadRegister;
  beforeAll(async () => {
    world = await startApp();
    owner = await world.as('owner');
    register = world.app.get(UploadRegister);
  });
  afterAll(() => world?.stop());

  const taken = async (bytes: Buffer, person = owner): Promise<UploadView> => {
    const answer = await sendFile(world, person, bytes);
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return answer.body;
  };
  const subject = () => `work-order:${randomUUID()}`;
  const attach = (person: Person, ids: string[], to: string) =>
    world.database.useCase((tx) => register.attach(tx, { accountId: person.me.accountId }, ids, to, 'report'));

  it.each(['jpeg', 'png', 'webp'] as const)('gets a %s back as a JPEG of bearable size, with a small one beside it', async (format) => {
    const view = await taken(await aPhoto({ width: 3000, height: 2000, format }));
    expect(view).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'image',
      url: expect.stringMatching(/^\/api\/files\//),
      thumbUrl: expect.stringMatching(/^\/api\/files\//),
      width: 2560,
      height: 1707,
      bytes: expect.any(Number),
    });
    const [full, thumb] = [await show(world, view.url), await show(world, view.thumbUrl as string)];
    expect(await sharp(full.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2560, height: 1707 });
    expect(await sharp(thumb.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 });
    expect(full.bytes.length).toBe(view.bytes);
    const [row] = await world.database.rows('SELECT * FROM uploads WHERE id = ?', [view.id]);
    expect(row).toMatchObject({ account_id: owner.me.accountId, customer_id: owner.me.customerId, staff_id: null, subject: null });
  });

  it('gets a small one back no larger than it was', async () => {
    const view = await taken(await aPhoto({ width: 40, height: 30 }));
    expect([view.width, view.height]).toEqual([40, 30]);
  });

  it('gets it back upright, and without a word about camera and place', async () => {
    const sent = await aPhoto({ width: 600, height: 400, orientation: 6, notes: true });
    expect(sent.includes(CAMERA)).toBe(true);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const view = await taken(sent);
    expect([view.width, view.height]).toEqual([400, 600]);
    for (const url of [view.url, view.thumbUrl as string]) {
      const { bytes } = await show(world, url);
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
      expect(bytes.includes(CAMERA)).toBe(false);
    }
    // Turned a quarter, the red corner is the upper right one.
    const { data, info } = await sharp((await show(world, view.url)).bytes)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number) => data[(y * info.width + x) * info.channels] as number;
    expect(red(395, 5)).toBeGreaterThan(200);
    expect(red(5, 595)).toBeLessThan(60);
  });

  it('sees what is transparent on white', async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { bytes } = await show(world, (await taken(clear)).url);
    expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it.each([
    ['isom', 'video/mp4', 'mp4'],
    ['qt  ', 'video/quicktime', 'mov'],
    ['3gp5', 'video/3gpp', '3gp'],
  ])('gets a video (%s) back as it was, but for what it says of its place', async (brand, mime, extension) => {
    const film = aMovie({ brand, seconds: 59.9, tracks: [track({ seconds: 59.9, turned: true })] });
    expect(film.includes(PLACE)).toBe(true);
    const answer = await sendFile(world, owner, film, { name: 'x.jpg', type: 'image/jpeg' });
    expect(answer.body).toMatchObject({ kind: 'video', thumbUrl: null, width: 720, height: 1280, bytes: film.length });
    const { bytes, headers } = await show(world, answer.body.url);
    expect(headers.get('content-type')).toBe(mime);
    expect(headers.get('content-disposition')).toBe(`inline; filename="${answer.body.id}.${extension}"`);
    expect(bytes.length).toBe(film.length);
    expect(bytes.includes(PLACE)).toBe(false);
    expect(bytes.subarray(-2_000).equals(film.subarray(-2_000))).toBe(true);
  });

  it('may send it again under the same key and has it once, with a link that works', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const photo = await aPhoto({ grainy: true });
    const first = await sendFile(world, owner, photo, { headers });
    const [before, files] = [await rowCounts(world), filesOf(world)];
    await world.travel('PT6M');
    const second = await sendFile(world, owner, photo, { headers });
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect((await show(world, second.body.url)).status).toBe(200);
    expect([(await rowCounts(world)).uploads, filesOf(world)]).toEqual([before.uploads, files]);
    expectProblem(await sendFile(world, owner, await aPhoto({ grainy: true }), { headers }), 'request.key-reused');
    const other = await sendFile(world, await world.as('prospect'), photo, { headers });
    expect([other.status, other.body.id === first.body.id]).toEqual([201, false]);
    expectProblem(await sendFile(world, owner, photo, { headers: { 'idempotency-key': 'short' } }), 'request.invalid');
    expect(filesOf(world).length).toBe(files.length + 2);
  });

  it('may tap twice at once under one key and has it once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const photo = await aPhoto({ grainy: true });
    const before = filesOf(world).length;
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendFile(world, owner, photo, { headers })));
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect(filesOf(world).length).toBe(before + 2);
  });

  describe('looks at it by a link that', () => {
    let view: UploadView;
    beforeAll(async () => {
      view = await taken(await aPhoto());
    });

    it('shows a harmless picture that the phone may keep as long as the link is good', async () => {
      const { status, headers } = await show(world, view.url);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('image/jpeg');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('content-disposition')).toBe(`inline; filename="${view.id}.jpg"`);
      expect(Number(headers.get('content-length'))).toBe(view.bytes);
      const maxAge = Number(/^private, max-age=(\d+), immutable$/.exec(headers.get('cache-control') ?? '')?.[1]);
      const end = Number(new URL(view.url, world.url).searchParams.get('exp')) * 1000;
      expect(maxAge).toBeGreaterThan(0);
      expect(world.now() + maxAge * 1000).toBeLessThanOrEqual(end);
    });

    it('a page of ours may show, as a picture and as a video', async () => {
      const policy = (await world.http('GET', '/')).headers.get('content-security-policy');
      expect(policy).toContain("img-src 'self' data: blob:");
      expect(policy).toContain("media-src 'self' blob:");
    });

    it('is refused when a word of it is changed', async () => {
      const other = await taken(await aPhoto());
      const { searchParams: at } = new URL(view.url, world.url);
      const link = (id: string, query: string) => `/api/files/${id}?${query}`;
      const [exp, sig] = [at.get('exp') as string, at.get('sig') as string];
      const forged = [
        link(other.id, `variant=full&exp=${exp}&sig=${sig}`),
        link(view.id, `variant=thumb&exp=${exp}&sig=${sig}`),
        link(view.id, `variant=full&exp=${Number(exp) + 900}&sig=${sig}`),
        link(view.id, `variant=full&exp=${exp}&sig=${sig.slice(0, -1)}`),
        link(view.id, `variant=full&exp=${exp}`),
        link(view.id, ''),
        link('..%2F..%2Fsecrets.json', `variant=full&exp=${exp}&sig=${sig}`),
        link('%00', `variant=full&exp=${exp}&sig=${sig}`),
      ];
      for (const url of forged) {
        const answer = await world.http('GET', url);
        expect([url, answer.status]).toEqual([url, 403]);
        expectProblem(answer, 'file.link-expired');
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
      for (const query of [
        `variant=full&exp=${exp}&sig=${sig}&more=1`,
        `variant=full&exp=${exp}&sig=${sig}&sig=${sig}`,
        `sig=${'x'.repeat(100)}`,
      ])
        expectProblem(await world.http('GET', link(view.id, query)), 'request.invalid');
    });

    it('shows videos in parts', async () => {
      const film = (await sendFile(world, owner, aMovie())).body as UploadView;
      const whole = (await show(world, film.url)).bytes;
      const part = await show(world, film.url, { range: 'bytes=0-1' });
      expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
        206,
        `bytes 0-1/${film.bytes}`,
        '2',
      ]);
      expect(part.headers.get('accept-ranges')).toBe('bytes');
      const end = await show(world, film.url, { range: 'bytes=-100' });
      expect([end.status, end.bytes.equals(whole.subarray(-100))]).toEqual([206, true]);
      const outside = await world.http('GET', film.url, undefined, { range: `bytes=${film.bytes}-` });
      expectProblem(outside, 'file.range-outside');
      expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${film.bytes}`]);
    });

    it('stays the same on a page for five minutes and is over after fifteen', async () => {
      await world.travel(`PT${Math.ceil((5 * MINUTE - (world.now() % (5 * MINUTE))) / 1000) + 1}S`);
      const to = subject();
      await attach(owner, [view.id], to);
      const [first] = await register.of(to);
      await world.travel('PT4M');
      expect((await register.of(to))[0]?.url).toBe(first?.url);
      expect((await show(world, first?.url as string)).status).toBe(200);
      await world.travel('PT12M');
      expectProblem(await world.http('GET', first?.url as string), 'file.link-expired');
      const [later] = await register.of(to);
      expect((await show(world, later?.url as string)).status).toBe(200);
    });

    it('leads nowhere once the photo is gone', async () => {
      const gone = await taken(await aPhoto());
      await world.database.rows('DELETE FROM uploads WHERE id = ?', [gone.id]);
      expectProblem(await world.http('GET', gone.url), 'upload.not-found');
    });
  });

  describe('reports something with it and', () => {
    it('finds it there, in the order in which it was given', async () => {
      const [a, b] = [await taken(await aPhoto()), await taken(await aPhoto({ grainy: true }))];
      const film = (await sendFile(world, owner, aMovie({ seconds: 7 }))).body as UploadView;
      const [one, none] = [subject(), subject()];
      const kinds = await attach(owner, [b.id, film.id, a.id, b.id], one);
      expect(new Map(kinds.map((k) => [k.id, k.kind])).get(film.id)).toBe('video');
      const photos = (await register.ofMany([one, none, one])).get(one);
      expect(photos?.map((p) => p.id)).toEqual([b.id, film.id, a.id]);
      expect(photos?.[1]).toEqual({
        id: film.id,
        kind: 'video',
        purpose: 'report',
        url: expect.any(String),
        thumbUrl: null,
        width: 1280,
        height: 720,
        durationMs: 7_000,
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      });
      expect(await register.of(none)).toEqual([]);
      expect(await register.ofMany([])).toEqual(new Map());
    });

    it('adds to what is there', async () => {
      const to = subject();
      const ids = [await taken(await aPhoto()), await taken(await aPhoto())].map((v) => v.id);
      for (const id of ids) await attach(owner, [id], to);
      expect((await register.of(to)).map((p) => p.id)).toEqual(ids);
    });

    it('cannot use what is used, what is somebody else’s, or what is not there, and then nothing is used', async () => {
      const [mine, used] = [await taken(await aPhoto()), await taken(await aPhoto())];
      const theirs = await taken(await aPhoto(), await world.as('prospect'));
      await attach(owner, [used.id], subject());
      for (const [id, code] of [
        [used.id, 'upload.already-used'],
        [theirs.id, 'upload.not-yours'],
        [randomUUID(), 'upload.not-found'],
        ['../x', 'upload.not-found'],
      ] as const) {
        const to = subject();
        await expect(attach(owner, [mine.id, id], to)).rejects.toMatchObject({ code });
        expect(await register.of(to)).toEqual([]);
      }
      await attach(owner, [mine.id], subject());
    });

    it('uses it once, however many reports are sent at one moment', async () => {
      const { id } = await taken(await aPhoto());
      const subjects = Array.from({ length: 6 }, subject);
      const answers = await Promise.allSettled(subjects.map((to) => attach(owner, [id], to)));
      expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
      for (const a of answers) if (a.status === 'rejected') expect(a.reason).toMatchObject({ code: 'upload.already-used' });
      expect([...(await register.ofMany(subjects)).values()].flat()).toHaveLength(1);
    });

    it('has it no more once it is let go, and cannot use it elsewhere', async () => {
      const { id } = await taken(await aPhoto());
      const to = subject();
      await attach(owner, [id], to);
      await world.database.useCase((tx) => register.release(tx, to));
      expect(await register.of(to)).toEqual([]);
      await expect(attach(owner, [id], subject())).rejects.toMatchObject({ code: 'upload.already-used' });
    });
  });

  describe('sends too much and', () => {
    it('waits when forty are still used for nothing, also when they come at once', async () => {
      const person = await world.stranger('pending');
      const now = world.now();
      await copies(person, 38, now - 90 * MINUTE);
      const before = await uploadCount(world);
      const photo = await aPhoto();
      const answers = await Promise.all(Array.from({ length: 6 }, () => sendFile(world, person, photo)));
      expect(answers.filter((a) => a.status === 201)).toHaveLength(2);
      for (const refused of answers.filter((a) => a.status !== 201)) expectProblem(refused, 'upload.too-often');
      expect(await uploadCount(world)).toBe(before + 2);
      expect(answers.find((a) => a.status !== 201)?.body.detail).toContain('40');
    });

    it('waits when sixty came within an hour, is told how long, and goes on after it', async () => {
      const person = await world.stranger('hourly');
      const first = world.now() - 50 * MINUTE;
      await copies(person, 60, first, subject());
      const refused = await sendFile(world, person, await aPhoto());
      expectProblem(refused, 'upload.too-often');
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(9 * 60);
      expect(seconds).toBeLessThanOrEqual(10 * 60);
      await world.travel('PT11M');
      expect((await sendFile(world, person, await aPhoto())).status).toBe(201);
    });

    /** Uploads of earlier, without their files. */
    async function copies(person: Person, many: number, at: number, to: string | null = null): Promise<void> {
      const [row] = await world.database.rows<Record<string, unknown>>('SELECT * FROM uploads LIMIT 1');
      for (let i = 0; i < many; i++) {
        const copy = { ...row, id: randomUUID(), account_id: person.me.accountId, created_at: at, subject: to, client_key: null };
        const values: Record<string, unknown> = { ...copy, attached_at: to ? at : null };
        const columns = Object.keys(values);
        await world.database.rows(
          `INSERT INTO uploads (${columns.map((c) => `\`${c}\``).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          columns.map((c) => values[c]),
        );
      }
    }
  });

  it('leaves nothing half-sent behind', () => {
    expect(filesOf(world).filter((file) => file.startsWith('incoming') || file.endsWith('.part'))).toEqual([]);
  });
});
