import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aMovie, box, PLACE, times, track } from '../../src/modules/registers/upload/movie.fixture';
import { type Answer, type Person, startApp, type TestApp } from '../support/app';
import { expectProblem, raw } from '../support/refusals';
import { aPhoto, dataDirOf, filesOf, sendFile, sendForm, show, uploadCount } from '../support/uploads';

const MEGABYTE = 1024 * 1024;
const ZIP = Buffer.from('504b0304140000000000', 'hex');
const HTML = Buffer.from('<html><script>alert(document.domain)</script></html>');

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that claims to be so large and has next to nothing in it. */
function aBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

describe('a stranger who sends what is no honest photo', () => {
  let world: TestApp;
  let person: Person;
  beforeAll(async () => {
    world = await startApp();
    person = await world.stranger('hostile');
  });
  afterAll(() => world?.stop());

  const kept = () => filesOf(world).filter((file) => file.startsWith('files'));
  /** Nothing is left on disk, no row, no half-written file. */
  const leavesNothing = async (work: () => Promise<void>): Promise<void> => {
    const before = [await uploadCount(world), filesOf(world)];
    await work();
    for (let i = 0; i < 40 && filesOf(world).some((f) => f.startsWith('incoming')); i++) await pause(50);
    expect([await uploadCount(world), filesOf(world)]).toEqual(before);
  };
  const refuses = (bytes: Buffer, code: string, detail?: RegExp, name = 'photo.jpg'): Promise<void> =>
    leavesNothing(async () => {
      const answer = await sendFile(world, person, bytes, { name });
      expectProblem(answer, code);
      if (detail) expect(answer.body.detail).toMatch(detail);
    });

  it.each([
    ['an SVG with a script', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`.padEnd(200))],
    ['a page', Buffer.concat([Buffer.from('<!doctype html>'), HTML])],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj << /JavaScript >>'.padEnd(200))],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
    ['an archive', Buffer.concat([ZIP, Buffer.alloc(300)])],
    ['a TIFF', Buffer.concat([Buffer.from('II*\u0000'), Buffer.alloc(300)])],
    ['three letters', Buffer.from('abc')],
    ['a picture of another kind', Buffer.concat([Buffer.from('0000002066747970617669660000000061766966', 'hex'), Buffer.alloc(300)])],
  ])('cannot pass off %s as photo.jpg', async (_, bytes) => {
    await refuses(bytes, 'upload.type-unsupported');
  });

  it('is told what to do with a HEIC and a GIF', async () => {
    const heic = Buffer.concat([Buffer.from('0000002466747970686569630000000068656963', 'hex'), Buffer.alloc(300)]);
    await refuses(heic, 'upload.type-unsupported', /HEIC.*JPG/, 'IMG_0001.HEIC');
    await refuses(Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(300)]), 'upload.type-unsupported', /GIF/);
  });

  it.each([
    ['60,000 pixels squared in a few bytes', () => aBomb(60_000, 60_000), 'upload.too-large', /像素/],
    ['8,000 pixels squared in a few bytes', () => aBomb(8_000, 8_000), 'upload.too-large', /像素/],
    ['7,000 pixels squared that are not there', () => aBomb(7_000, 7_000), 'upload.unreadable', /损坏/],
    ['40 million pixels in a row', () => aBomb(40_000_000, 1), 'upload.unreadable', /损坏/],
    ['no pixels', () => aBomb(0, 0), 'upload.unreadable', /损坏/],
  ])('cannot make us unpack %s', async (_, bytes, code, detail) => {
    const before = process.memoryUsage().rss;
    await refuses(bytes(), code, detail);
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * MEGABYTE);
  });

  it('cannot make us unpack more than fifty megapixels that are there', async () => {
    const wall = sharp({ create: { width: 8_000, height: 7_000, channels: 3, background: 'white' } });
    await refuses(await wall.png().toBuffer(), 'upload.too-large', /像素/);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('cannot leave us with half a %s', async (format) => {
    const whole = await aPhoto({ format, width: 800, height: 600 });
    for (const length of [40, 200, Math.floor(whole.length / 2), whole.length - 20])
      await refuses(whole.subarray(0, length), 'upload.unreadable');
    const noise = Buffer.concat([whole.subarray(0, 60), Buffer.alloc(3_000, 0xa5)]);
    await refuses(noise, 'upload.unreadable');
  });

  it.each([
    ['an archive', ZIP],
    ['a page', HTML],
  ])('cannot hide %s behind a photo', async (_, tail) => {
    const photo = await aPhoto();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, tail.length + 2]), tail]);
    for (const bytes of [
      Buffer.concat([photo, tail]),
      Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)]),
      Buffer.concat([await aPhoto({ format: 'png' }), tail]),
    ]) {
      const { status, body } = await sendFile(world, person, bytes, { name: 'a.html', type: 'text/html' });
      expect(status).toBe(201);
      for (const url of [body.url, body.thumbUrl]) {
        const shown = await show(world, url);
        expect([shown.bytes.includes(tail), shown.headers.get('content-type')]).toEqual([false, 'image/jpeg']);
        expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
        expect(shown.headers.get('content-security-policy')).toContain('sandbox');
        expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="[\w-]{36}(-thumb)?\.jpg"$/);
      }
    }
  });

  it('cannot hide anything behind or between the pictures of a video', async () => {
    for (const film of [
      aMovie({ after: [Buffer.concat([ZIP, HTML])] }),
      aMovie({ before: [box('uuid', HTML)], after: [box('meta', HTML), box('sefd', PLACE)] }),
    ]) {
      const { body } = await sendFile(world, person, film, { name: 'film.mp4' });
      const { bytes, headers } = await show(world, body.url);
      expect(bytes.length).toBe(film.length);
      for (const hidden of [ZIP, HTML, PLACE]) expect(bytes.includes(hidden)).toBe(false);
      expect(headers.get('content-security-policy')).toContain('sandbox');
    }
  });

  it.each([
    ['longer than a minute', () => aMovie({ seconds: 61 }), 'upload.too-large', /60 秒/],
    [
      'that says it is short while a track is long',
      () => aMovie({ seconds: 5, tracks: [track({ seconds: 600 })] }),
      'upload.too-large',
      /60 秒/,
    ],
    ['without a length', () => aMovie({ seconds: 0 }), 'upload.unreadable', /损坏/],
    [
      'without pictures',
      () => Buffer.concat([box('ftyp', 'isom', Buffer.alloc(8)), box('moov', times('mvhd', 5), track())]),
      'upload.unreadable',
      /损坏/,
    ],
    [
      'without a description',
      () => Buffer.concat([box('ftyp', 'isom', Buffer.alloc(8)), box('mdat', Buffer.alloc(500))]),
      'upload.unreadable',
      /损坏/,
    ],
    ['cut off', () => aMovie({ bytes: 50_000 }).subarray(0, 30_000), 'upload.unreadable', /损坏/],
    ['that is only sound', () => aMovie({ tracks: [track({ handler: 'soun' })] }), 'upload.type-unsupported', /画面/],
    ['of boxes without end', () => aMovie({ after: Array.from({ length: 5_000 }, () => box('free')) }), 'upload.unreadable', /损坏/],
    [
      'with a description of five megabytes',
      () => aMovie({ moov: [box('udta', Buffer.alloc(5 * MEGABYTE))] }),
      'upload.unreadable',
      /损坏/,
    ],
    ['of boxes in boxes', () => aMovie({ moov: [nested(100_000)] }), 'upload.unreadable', /损坏/],
  ])('cannot send a video %s', async (_, bytes, code, detail) => {
    await refuses(bytes(), code, detail, 'film.mp4');
  });

  it.each([
    '../../../etc/passwd.jpg',
    '..\\..\\secrets.json',
    '/etc/cron.d/x',
    'a\u0000.jpg',
    `${'x'.repeat(40)}/`.repeat(100),
    '%2e%2e%2fx',
    '照片\u202egpj.exe',
    '.htaccess',
    'con.jpg',
  ])('cannot say with the name %j where a file goes', async (name) => {
    const before = kept();
    const answer = await sendFile(world, person, await aPhoto(), { name });
    expect(answer.status).toBe(201);
    const fresh = kept().filter((file) => !before.includes(file));
    const { id } = answer.body;
    expect(fresh.map((file) => path.basename(file)).sort()).toEqual([`${id}-thumb.jpg`, `${id}.jpg`]);
    for (const file of fresh) expect(file).toMatch(/^files\/uploads\/\d{4}-\d\d-\d\d\/[\w.-]+$/);
    expect(readdirSync(dataDirOf(world)).sort()).toEqual(expect.arrayContaining(['files', 'incoming']));
  });

  it('cannot reach another file by its address', async () => {
    for (const address of [
      '/api/files/../../../../etc/passwd',
      '/api/files/..%2f..%2fsecrets.json?variant=full',
      '/files/uploads',
      '/api/files/',
    ])
      expectProblem(await raw(world, `GET ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
  });

  describe('with a form that', () => {
    const form = (...parts: [string, string | Buffer][]): FormData => {
      const data = new FormData();
      for (const [name, value] of parts)
        if (typeof value === 'string') data.append(name, value);
        else data.append(name, new Blob([new Uint8Array(value)], { type: 'image/jpeg' }), 'a.jpg');
      return data;
    };

    it('holds nothing, nothing at all, or zero bytes, is told so', async () => {
      await leavesNothing(async () => {
        expectProblem(await sendForm(world, person, form()), 'request.invalid');
        const empty = await sendForm(world, person, form(['file', Buffer.alloc(0)]));
        expectProblem(empty, 'upload.unreadable');
        expect(empty.body.detail).toMatch(/空的/);
      });
    });

    it('holds two files, another field, or the file in another field, is told which', async () => {
      const photo = await aPhoto();
      await leavesNothing(async () => {
        const cases: [FormData, string, RegExp][] = [
          [form(['file', photo], ['file', photo]), 'file', /一次只能/],
          [form(['file', photo], ['other', photo]), 'file', /一次只能/],
          [form(['photo', photo]), 'photo', /不支持的字段/],
          [form(['note', 'x'], ['file', photo]), 'note', /不支持的字段/],
          [form(['file', photo], ['note', 'x']), 'note', /不支持的字段/],
          [form(['file', 'text instead']), 'file', /照片或视频/],
        ];
        const told = [];
        for (const [body, field, message] of cases) {
          const { body: problem } = await sendForm(world, person, body);
          told.push([problem.code, problem.errors?.[0].field === field, message.test(problem.detail)]);
        }
        expect(told).toEqual(cases.map(() => ['request.invalid', true, true]));
      });
    });

    it('is none, or has no end, is told so', async () => {
      const type = { 'content-type': 'multipart/form-data; boundary=b' };
      const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
      const photo = (await aPhoto()).toString('latin1');
      await leavesNothing(async () => {
        expectProblem(await sendForm(world, person, '{}', { 'content-type': 'application/json' }), 'request.unsupported-type');
        expectProblem(await sendForm(world, person, head, { 'content-type': 'multipart/form-data' }));
        for (const body of ['', 'no boundary', `${head}${photo}`, '--b\r\nContent-Disposition: form-data', '--b--', `${head}\r\n--b--`])
          expectProblem(await sendForm(world, person, body, type));
        for (const name of ['__proto__', 'constructor', 'toString'])
          expectProblem(
            await sendForm(
              world,
              person,
              `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\nx\r\n--b--\r\n`,
              type,
            ),
          );
      });
    });

    it('comes without a name, or with a forged one, is not read', async () => {
      await leavesNothing(async () => {
        const photo = await aPhoto();
        expectProblem(await sendFile(world, null, photo), 'session.required');
        expectProblem(await sendFile(world, { ...person, token: 'a.b.c' }, photo), 'session.invalid');
      });
    });
  });

  describe('by the gigabyte', () => {
    const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
    const request = (more: string, token: string | null = person.token) =>
      `POST /api/uploads HTTP/1.1\r\nHost: x\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}Content-Type: multipart/form-data; boundary=b\r\n${more}\r\n`;

    /** Sends until it is stopped; how much was taken, what was answered, and the most that lay on disk. */
    async function pour(
      opening: string,
      drop: Buffer,
      most: number,
      head: string,
    ): Promise<{ sent: number; answer: string; onDisk: number }> {
      const socket = net.connect(Number(new URL(world.url).port), '127.0.0.1');
      let [answer, sent, onDisk, over] = ['', 0, 0, false];
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('error', () => (over = true));
      socket.on('close', () => (over = true));
      await once(socket, 'connect');
      socket.write(opening);
      const chunked = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
      socket.write(chunked(Buffer.from(head, 'latin1')));
      while (!over && sent < most) {
        if (!socket.write(chunked(drop))) await drained(socket);
        sent += drop.length;
        for (const file of filesOf(world).filter((f) => f.startsWith('incoming')))
          onDisk = Math.max(onDisk, statSync(path.join(dataDirOf(world), file), { throwIfNoEntry: false })?.size ?? 0);
      }
      socket.destroy();
      return { sent, answer, onDisk };
    }

    it('is refused by what it announces, before it is sent', async () => {
      const started = Date.now();
      await leavesNothing(async () => {
        const answer = await raw(world, `${request(`Content-Length: ${5 * 1024 * MEGABYTE}\r\n`)}${HEAD}`);
        expect(answer.status).toBe(413);
        expectProblem(answer, 'upload.too-large');
      });
      expect(Date.now() - started).toBeLessThan(8_000);
    });

    it.each([
      ['a photo', '\u00ff\u00d8\u00ff\u00e0', 10],
      ['a video', '\u0000\u0000\u0000\u0020ftypisom\u0000\u0000\u0000\u0000', 30],
    ])('is cut off at the limit of %s', async (_, magic, limit) => {
      const before = process.memoryUsage().rss;
      await leavesNothing(async () => {
        const { sent, answer, onDisk } = await pour(
          request('Transfer-Encoding: chunked\r\n'),
          Buffer.alloc(MEGABYTE / 4),
          5 * 1024 * MEGABYTE,
          `${HEAD}${magic}${'\u0000'.repeat(40)}`,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 413 /);
        expect(answer).toContain('upload.too-large');
        expect(onDisk).toBeLessThanOrEqual((limit as number) * MEGABYTE);
        expect(sent).toBeLessThan(120 * MEGABYTE);
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
    });

    it.each([
      ['no form at all', 'nothing like a form '],
      ['a header without end', '--b\r\nContent-Disposition: form-data; name="file"; filename="'],
      ['a field without end', '--b\r\nContent-Disposition: form-data; name="note"\r\n\r\n'],
      ['what is no photo', `${'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'}%PDF-1.7${' '.repeat(50)}`],
    ])('is cut off when it is %s', async (_, head) => {
      await leavesNothing(async () => {
        const { sent, answer, onDisk } = await pour(
          request('Transfer-Encoding: chunked\r\n'),
          Buffer.alloc(MEGABYTE / 4, 'x'),
          5 * 1024 * MEGABYTE,
          head,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
        expect(onDisk).toBeLessThan(MEGABYTE);
        expect(sent).toBeLessThan(120 * MEGABYTE);
      });
    });

    it('is hung up on when nobody signed in', async () => {
      const { sent, answer } = await pour(
        request('Transfer-Encoding: chunked\r\n', null),
        Buffer.alloc(MEGABYTE / 4),
        5 * 1024 * MEGABYTE,
        HEAD,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(sent).toBeLessThan(120 * MEGABYTE);
    });

    it('is cut off with a film in it, too, and the film is let go', async () => {
      const film = aMovie({ bytes: 29 * MEGABYTE }).toString('latin1');
      await leavesNothing(async () => {
        const { answer } = await pour(
          request('Transfer-Encoding: chunked\r\n'),
          Buffer.alloc(MEGABYTE / 4, 'x'),
          200 * MEGABYTE,
          `${'preamble'.repeat(300_000)}\r\n${HEAD}${film}`,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      });
      expect(openIncoming()).toEqual([]);
    });

    it('and goes away in the middle leaves nothing', async () => {
      const photo = await aPhoto({ width: 1_500, height: 1_000, grainy: true });
      await leavesNothing(async () => {
        for (const share of [0, 10, photo.length / 2]) {
          const socket = net.connect(Number(new URL(world.url).port), '127.0.0.1');
          await once(socket, 'connect');
          socket.write(`${request(`Content-Length: ${photo.length + 200}\r\n`)}${HEAD}`);
          socket.write(photo.subarray(0, share));
          await pause(100);
          socket.destroy();
          await pause(50);
        }
      });
    });
  });

  it('ten times ten megabytes at once is served within bounds', async () => {
    const someone = await world.stranger('ten-at-once');
    const photo = await aPhoto({ width: 4_300, height: 3_200, grainy: true });
    expect(photo.length / MEGABYTE).toBeGreaterThan(8);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const answers: Answer[] = await Promise.all(Array.from({ length: 10 }, () => sendFile(world, someone, photo)));
    clearInterval(watch);
    expect(answers.map((a) => a.status)).toEqual(Array(10).fill(201));
    // The sender lives in this process too, and holds each of its forms.
    expect((most - before) / MEGABYTE).toBeLessThan(600);
    expect(filesOf(world).filter((file) => file.startsWith('incoming'))).toEqual([]);
  }, 120_000);

  it('more at once than a phone does waits, and is told how long', async () => {
    const someone = await world.stranger('too-many-at-once');
    const photo = await aPhoto({ width: 2_000, height: 1_500 });
    const answers = await Promise.all(Array.from({ length: 16 }, () => sendFile(world, someone, photo)));
    const busy = answers.filter((a) => a.status !== 201);
    expect(busy.length).toBeGreaterThan(0);
    for (const answer of busy) {
      expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'upload.busy', '5']);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await sendFile(world, someone, photo)).status).toBe(201);
    expect(filesOf(world).filter((file) => file.startsWith('incoming') || file.endsWith('.part'))).toEqual([]);
  }, 120_000);

  it('keeps what is kept readable for us alone', () => {
    for (const file of kept()) expect(statSync(path.join(dataDirOf(world), file)).mode & 0o077).toBe(0);
    const [one] = kept().filter((file) => file.endsWith('.jpg'));
    expect(readFileSync(path.join(dataDirOf(world), one as string)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });
});

/** Half-sent files that this process still holds open, where the system tells. */
function openIncoming(): string[] {
  const folder = '/proc/self/fd';
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((fd) => {
    try {
      const file = readlinkSync(path.join(folder, fd));
      return file.includes('/incoming/') ? [file] : [];
    } catch {
      return [];
    }
  });
}

/** Until there is room again, or a while has passed. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      socket.off('drain', goOn);
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(goOn, 200);
    socket.on('drain', goOn);
  });
}

/** So many boxes, each in the one before. */
function nested(deep: number): Buffer {
  const bytes = Buffer.alloc(deep * 8);
  for (let i = 0; i < deep; i++) {
    bytes.writeUInt32BE((deep - i) * 8, i * 8);
    bytes.write('trak', i * 8 + 4, 'latin1');
  }
  return bytes;
}
