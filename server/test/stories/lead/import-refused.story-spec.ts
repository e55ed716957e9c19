import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { type Person, startApp, type TestApp } from '../../support/app';
import { count, csv, dataDirOf, goodRow, HEADER, send, upload, xlsx } from '../../support/lead-tables';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(2_000)]);
const rows = (n: number) => csv([HEADER, ...Array.from({ length: n }, (_, i) => goodRow(i))]);

describe('a table that cannot be imported', () => {
  let world: TestApp;
  let manager: Person;
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
  });
  afterAll(() => world?.stop());

  const files = () => readdirSync(path.join(dataDirOf(world), 'imports'));
  afterEach(async () => {
    expect(await Promise.all(['lead_imports', 'lead_import_rows', 'leads'].map((table) => count(world, table)))).toEqual([0, 0, 0]);
    expect(await count(world, 'jobs', `kind = 'lead.import'`)).toBe(0);
    expect(files()).toEqual([]);
  });

  it.each([
    ['0 bytes', async () => '', 'import.file-unreadable', /空的/],
    ['nothing but a header', async () => rows(0), 'import.file-unreadable', /没有可以导入的行/],
    ['blank lines', async () => '\r\n , , \r\n', 'import.columns-missing', /第一行/],
    ['a picture called .csv', async () => PNG, 'import.file-unreadable', /CSV 或 XLSX/],
    ['a workbook cut in half', async () => (await xlsx([HEADER, goodRow(1)])).subarray(0, 3_000), 'import.file-unreadable', /另存为/],
    ['zip bytes that are no archive', async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), PNG]), 'import.file-unreadable', /另存为/],
    ['a line of 3 MB', async () => `${rows(1)}\r\n${'长'.repeat(1_000_000)}`, 'import.file-unreadable', /第 3 行内容过长/],
    ['a quote that never ends', async () => `${rows(1)}\r\n"${'a,b\r\n'.repeat(200_000)}`, 'import.file-unreadable', /第 3 行/],
    ['21,000 rows', async () => rows(21_000), 'import.too-many-rows', /20,000 行/],
    [
      'no column for the source',
      async () =>
        csv([
          ['姓名', '手机号'],
          ['张三', '13812345678'],
        ]),
      'import.columns-missing',
      /缺少：来源渠道/,
    ],
  ])('%s is refused as a whole, with what to do about it', async (_, content, code, detail) => {
    const answer = await upload(world, manager, { content: await content() });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.detail).toMatch(detail);
  });

  it('more than 20 MB is too large', async () => {
    const answer = await upload(world, manager, { content: Buffer.alloc(21 * 1024 * 1024, 'a') });
    expect([answer.status, answer.body.code]).toEqual([413, 'request.too-large']);
    expect(answer.body.detail).toContain('20 MB');
  });

  it.each([
    ['without a file', [['projectId', '']], 'file', /请选择要导入的表格/],
    [
      'with a field nobody knows',
      [
        ['file', rows(1)],
        ['owner', 'me'],
      ],
      'owner',
      /不支持的字段：owner/,
    ],
    ['with the file in another field', [['table', rows(1)]], 'table', /不支持的字段：table/],
    [
      'with two files',
      [
        ['file', rows(1)],
        ['file', rows(2)],
      ],
      'file',
      /一次只能上传一个文件/,
    ],
    [
      'with a project id of 1,000 characters',
      [
        ['projectId', 'x'.repeat(1_000)],
        ['file', rows(1)],
      ],
      'projectId',
      /楼盘编号不正确/,
    ],
  ])('a form %s is refused by field', async (_, parts, field, message) => {
    const form = new FormData();
    for (const [name, value] of parts as [string, string][]) {
      if (name === 'file' || name === 'table') form.append(name, new Blob([value]), '名单.csv');
      else form.append(name, value);
    }
    const { status, body } = await send(world, manager, form);
    expect([status, body.code, body.errors[0].field]).toEqual([400, 'request.invalid', field]);
    expect(body.errors[0].message).toMatch(message);
  });

  it('a project that does not exist, or a field that is called __proto__', async () => {
    const unknown = await upload(world, manager, { content: rows(1), fields: { projectId: 'nowhere' } });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'project.not-found']);
    const odd = await upload(world, manager, { content: rows(1), fields: JSON.parse('{"__proto__": "x"}') });
    expect(odd.status).toBe(400);
  });

  it('what is no form at all, or a form without its end', async () => {
    const json = await send(world, manager, '{}', { 'content-type': 'application/json' });
    expect([json.status, json.body.code]).toEqual([415, 'request.unsupported-type']);
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    for (const body of ['', 'no boundary at all', `${head}${rows(3)}`, `--b\r\nContent-Disposition: form-data`]) {
      const answer = await send(world, manager, body, type);
      expect(answer.status).toBe(400);
      expect(answer.body.code).toMatch(/^request\.(malformed|invalid)$/);
    }
    const bare = await send(world, manager, head, { 'content-type': 'multipart/form-data' });
    expect(bare.status).toBe(400);
  });

  it('a connection that breaks while the file is sent leaves nothing', async () => {
    await new Promise<void>((resolve, reject) => {
      const { hostname, port } = new URL(world.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/staff/lead-imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${manager.token}\r\nContent-Length: 1000000\r\n` +
            'Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
        );
        socket.write(rows(200));
        setTimeout(() => socket.destroy(), 100);
      });
      socket.on('error', reject);
      socket.on('close', () => resolve());
    });
    for (let i = 0; i < 50 && files().length > 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(files()).toEqual([]);
  });
});
