import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Person, TestApp } from '../../support/app';
import { startApp } from '../../support/app';
import {
  count,
  csv,
  dataDirOf,
  gbk,
  goodRow,
  HEADER,
  imported,
  phoneOfRow,
  reportOf,
  type Table,
  upload,
  xlsx,
} from '../../support/lead-tables';
import { aLead, freshPhone, submit } from '../../support/leads';

/** Six rows: two good ones, one of them twice, and three that cannot be taken. Phones start at `from`. */
const mixed = (from: number): Table => [
  HEADER,
  goodRow(from, '想看南向'),
  goodRow(from + 1),
  ['许先生', `+86 ${phoneOfRow(from)}`, '400 来电', '', '又打来一次'],
  ['', phoneOfRow(from + 2), '官方网站', '', ''],
  ['张三', '12345', '官方网站', '', ''],
  ['李四', phoneOfRow(from + 3), '算命先生', '', ''],
];

describe('importing a table of leads', () => {
  let world: TestApp;
  let manager: Person;
  let clerk: Person;
  beforeAll(async () => {
    world = await startApp();
    [manager, clerk] = await Promise.all([world.as('manager'), world.as('clerk')]);
  });
  afterAll(() => world?.stop());

  it.each([
    ['CSV with a mark, UTF-8', 100, async (t: Table) => `\ufeff${csv(t)}`],
    ['CSV in GBK', 200, async (t: Table) => gbk(csv(t))],
    ['XLSX', 300, (t: Table) => xlsx(t)],
  ])('%s: every row is taken, joined or refused with its reason', async (name, from, write) => {
    const before = { leads: await count(world, 'leads'), consents: await count(world, 'consents') };
    const answer = await upload(world, clerk, { content: await write(mixed(from)), name: `${name}.csv` });
    expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String) }]);
    const { id } = answer.body;
    expect(await imported(world, clerk, id)).toMatchObject({
      status: 'done',
      fileName: `${name}.csv`,
      total: 6,
      created: 2,
      joined: 1,
      rejected: 3,
      reportUrl: `/api/staff/lead-imports/${id}/report`,
      error: null,
      finishedAt: expect.any(String),
    });
    expect(await count(world, 'leads')).toBe(before.leads + 2);
    expect(await count(world, 'consents')).toBe(before.consents);
    const [first, second, third, ...refused] = await reportOf(clerk, id);
    expect(first).toMatch(/^2,新建,,YX\S+$/);
    expect(second).toMatch(/^3,新建,,YX\S+$/);
    expect(third).toBe(`4,合并,这个手机号已有进行中的线索，已合并到那条线索,${first?.split(',').at(-1)}`);
    expect(refused).toEqual(['5,拒绝,姓名未填写,', '6,拒绝,手机号格式不正确,', '7,拒绝,来源「算命先生」不在登记的渠道里,']);
    expect(readdirSync(path.join(dataDirOf(world), 'imports'))).toEqual([]);
  });

  it('a row becomes a lead with its source, wish and level, entered by the colleague who imported it', async () => {
    const header = ['客户姓名', '联系电话', '客户来源', '预算（万元）', '意向面积', '客户等级', '备注'];
    const row = ['欧阳修', phoneOfRow(400), '老业主推荐', '350万以内', '90-120㎡', '意向强烈', '周末看房'];
    const { body } = await upload(world, manager, {
      content: csv([header, row, ['苏轼', phoneOfRow(401), '官方网站', '', '', 'hot', '']]),
    });
    await imported(world, manager, body.id);
    const receipts = (await reportOf(manager, body.id)).map((line) => line.split(',').at(-1));
    const [lead, hot] = await Promise.all(
      receipts.map(async (r) => (await world.database.rows<Record<string, unknown>>('SELECT * FROM leads WHERE receipt_no = ?', [r]))[0]),
    );
    expect(lead).toMatchObject({
      channel_code: 'referral.owner',
      channel_root: 'referral',
      entered_by_id: manager.me.staffId,
      area_min: 90,
      area_max: 120,
      note: '周末看房；等级「意向强烈」存疑',
    });
    expect(Number(lead?.budget_max)).toBe(350_000_000);
    expect([lead?.level, hot?.level]).toEqual(['potential', 'hot']);
  });

  it('the same file again is the same import, for one project; another project is another import', async () => {
    const content = csv(mixed(500));
    const [one, two] = await Promise.all([upload(world, manager, { content }), upload(world, clerk, { content, name: '副本.csv' })]);
    expect(two.body.id).toBe(one.body.id);
    const leads = await count(world, 'leads');
    await imported(world, manager, one.body.id);
    const again = await upload(world, manager, { content });
    expect([again.status, again.body.id]).toEqual([201, one.body.id]);
    expect(await imported(world, manager, one.body.id)).toMatchObject({ created: 2, joined: 1, rejected: 3 });
    expect(await count(world, 'leads')).toBe(leads + 2);
    expect(await count(world, 'jobs', `kind = 'lead.import' AND subject = ?`, [`lead-import:${one.body.id}`])).toBe(1);
    const projects = (await world.http('GET', '/api/projects')).body.items;
    const other = await upload(world, manager, { content, fields: { projectId: projects[1].id } });
    expect(other.body.id).not.toBe(one.body.id);
    expect(await imported(world, manager, other.body.id)).toMatchObject({ created: 2 });
  });

  it('a person who is known already is joined, and the colleague who serves them is told', async () => {
    const phone = freshPhone();
    const lead = await submit(world, await world.stranger('known'), await aLead(world, { phone }));
    await world.travel('PT0S');
    const { body } = await upload(world, clerk, { content: csv([HEADER, ['许文', phone, '房产展会', '', '']]) });
    expect(await imported(world, clerk, body.id)).toMatchObject({ created: 0, joined: 1 });
    expect((await reportOf(clerk, body.id))[0]).toContain(lead.body.receiptNo);
    const told = `subject = ? AND kind = 'message.deliver' AND payload LIKE '%lead-joined%'`;
    expect(await count(world, 'jobs', told, [`lead:${lead.body.id}`])).toBe(1);
  });

  it('imported people are not written to; colleagues get one message for many leads; the rest waits in the pool', async () => {
    const messages = (intent: string) => count(world, 'jobs', `kind = 'message.deliver' AND payload LIKE ?`, [`%"${intent}"%`]);
    const before = { customers: await messages('agent-assigned'), bundles: await messages('leads-offered') };
    const { body } = await upload(world, manager, { content: csv([HEADER, ...Array.from({ length: 400 }, (_, i) => goodRow(1_000 + i))]) });
    expect(await imported(world, manager, body.id)).toMatchObject({ status: 'done', created: 400 });
    expect(await messages('agent-assigned')).toBe(before.customers);
    const bundles = (await messages('leads-offered')) - before.bundles;
    expect(bundles).toBeGreaterThan(0);
    expect(bundles).toBeLessThanOrEqual(60);
    const [project] = (await world.http('GET', '/api/projects')).body.items;
    const state = (status: string) => count(world, 'leads', 'status = ? AND project_id = ?', [status, project.id]);
    expect(await state('received')).toBe(0);
    expect(await state('offered')).toBeLessThanOrEqual(6 * 30);
    expect(await state('pooled')).toBeGreaterThanOrEqual(220);
  });

  it('the list shows the own projects, newest first, page by page', async () => {
    const first = (await manager.get('/api/staff/lead-imports?limit=2')).body;
    expect(first.items).toHaveLength(2);
    const second = (await manager.get(`/api/staff/lead-imports?limit=100&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map((i: { id: string }) => i.id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(ids).toHaveLength(await count(world, 'lead_imports'));
    // The clerk works for one project only; the manager for both.
    const own = (await clerk.get('/api/staff/lead-imports?limit=100')).body.items;
    expect(own).toHaveLength(ids.length - 1);
  });

  it('agents cannot import, and nobody reads an import of a project they do not work for', async () => {
    const lin = await world.as('agent-lin');
    const refused = await upload(world, lin, { content: csv(mixed(600)) });
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.denied']);
    const projects = (await world.http('GET', '/api/projects')).body.items;
    const { body } = await upload(world, manager, { content: csv(mixed(610)), fields: { projectId: projects[1].id } });
    await imported(world, manager, body.id);
    for (const route of [body.id, `${body.id}/report`, 'no-such-import']) {
      const answer = await clerk.get(`/api/staff/lead-imports/${route}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'import.not-found']);
    }
    const elsewhere = await upload(world, clerk, { content: csv(mixed(620)), fields: { projectId: projects[1].id } });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'project.not-found']);
    expect(existsSync(path.join(dataDirOf(world), 'imports'))).toBe(true);
    expect(readdirSync(path.join(dataDirOf(world), 'imports'))).toEqual([]);
  });

  it('the report is a download named after the table', async () => {
    const { items } = (await clerk.get('/api/staff/lead-imports')).body;
    const found = items.find((i: { fileName: string }) => i.fileName === 'XLSX.csv');
    const answer = await clerk.get(found.reportUrl);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="lead-import-report.csv"; filename*=UTF-8''${encodeURIComponent('导入结果-XLSX.csv')}`,
    );
  });

  it('is another import for another file, even under the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'two-files-one-key' };
    const send = async (row: number) => (await upload(world, clerk, { content: csv([HEADER, goodRow(row)]), headers })).body.id;
    const [first, second] = [await send(7_001), await send(7_002)];
    expect(second).not.toBe(first);
    expect(await send(7_001)).toBe(first);
  });
});
