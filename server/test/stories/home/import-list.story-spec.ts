import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { insertRows } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import {
  accept,
  anOwner,
  aVerifiedPerson,
  emptyHomes,
  homeReport,
  homesOf,
  importList,
  invite,
  LIST_HEADER,
  type NamedUnit,
} from '../../support/homes';
import { count, csv, dataDirOf, gbk, type Table, upload, xlsx } from '../../support/lead-tables';
import { freshPhone } from '../../support/leads';
import { captureLog } from '../../support/log-lines';
import { expectProblem } from '../../support/refusals';

const ROUTE = '/api/staff/home-imports';

describe('importing the purchaser list', () => {
  let world: TestApp;
  let clerk: Person;
  let homes: NamedUnit[];
  beforeAll(async () => {
    world = await startApp();
    clerk = await world.as('clerk');
    homes = await emptyHomes(world);
  });
  afterAll(() => world?.stop());

  const nextHome = (): NamedUnit => homes.shift() as NamedUnit;
  const row = (unit: NamedUnit, name: string, phone = freshPhone(), day = ''): string[] => [unit.building, unit.label, name, phone, day];
  const living = (unit: NamedUnit) =>
    world.database.rows<{ id: string; name: string; role: string; customer_id: string | null }>(
      'SELECT id, name, role, customer_id FROM residents WHERE unit_id = ? AND ended_at IS NULL ORDER BY id',
      [unit.id],
    );

  const mixed = (): Table => {
    const [one, two, three] = [nextHome(), nextHome(), nextHome()];
    const phone = freshPhone();
    return [
      LIST_HEADER,
      row(one, '江一帆', phone, '2025-06-30'),
      [one.building.replace(' 号楼', '栋'), `${one.label}室`, '江小帆', freshPhone(), '2025/6/30'],
      [`${one.building[0]}#`, one.label, '江一帆', `+86 ${phone}`, ''],
      row(two, '', freshPhone()),
      row(two, '江二帆', '12345'),
      row(two, '江二帆', freshPhone(), '2031-01-01'),
      row(two, '江二帆', freshPhone(), '去年夏天'),
      ['9 号楼', '101', '江三帆', freshPhone(), ''],
      [three.building, '9999', '江三帆', freshPhone(), ''],
      ['', '101', '江三帆', freshPhone(), ''],
      row(three, '江三帆', freshPhone(), '2024年3月5日'),
    ];
  };

  it.each([
    ['CSV in UTF-8', async (t: Table) => `\ufeff${csv(t)}`],
    ['CSV in GBK', async (t: Table) => gbk(csv(t))],
    ['XLSX', (t: Table) => xlsx(t)],
  ])('%s: every row is taken or refused with its reason', async (name, write) => {
    const table = mixed();
    const { status, body } = await upload(world, clerk, { content: await write(table), name: `${name}.csv`, to: ROUTE });
    expect([status, body]).toEqual([201, { id: expect.any(String) }]);
    expect((await clerk.get(`${ROUTE}/${body.id}`)).body).toEqual({
      id: body.id,
      status: 'done',
      fileName: `${name}.csv`,
      total: 11,
      created: 3,
      updated: 0,
      rejected: 8,
      reportUrl: `${ROUTE}/${body.id}/report`,
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
    expect(await homeReport(clerk, body.id)).toEqual([
      '2,新建,交付日期已登记',
      '3,新建,交付日期已登记',
      '4,拒绝,与第 2 行重复：同一套房屋、同一个手机号',
      '5,拒绝,姓名未填写',
      '6,拒绝,手机号格式不正确',
      '7,拒绝,交付日期晚于今天，尚未交付的请留空',
      '8,拒绝,交付日期「去年夏天」无法识别，请写成 2025-06-30',
      '9,拒绝,没有找到楼栋「9 号楼」',
      `10,拒绝,「${table[9]?.[0]}」没有房号「9999」`,
      '11,拒绝,楼栋未填写',
      '12,新建,交付日期已登记',
    ]);
    expect(existsSync(path.join(dataDirOf(world), 'imports'))).toBe(true);
    expect(readdirSync(path.join(dataDirOf(world), 'imports'))).toEqual([]);
  });

  it('the same file again is the same import, also when it comes twice at once', async () => {
    const unit = nextHome();
    const content = csv([LIST_HEADER, row(unit, '江一帆', freshPhone(), '2025-06-30')]);
    const send = () => upload(world, clerk, { content, to: ROUTE });
    const answers = await Promise.all([send(), send()]);
    const again = await send();
    expect(new Set([...answers, again].map((a) => a.body.id)).size).toBe(1);
    expect(await living(unit)).toHaveLength(1);
    expect((await clerk.get(`${ROUTE}/${again.body.id}`)).body).toMatchObject({ total: 1, created: 1, updated: 0, rejected: 0 });
    expect(await count(world, 'audit_entries', 'subject = ?', [`home-import:${again.body.id}`])).toBe(1);
  });

  it('an import that broke off goes on when the same file is sent again', async () => {
    const units = Array.from({ length: 3 }, nextHome);
    const table: Table = [LIST_HEADER, ...units.map((unit) => row(unit, '江一帆'))];
    const { view } = await importList(world, clerk, table);
    const [first] = units as [NamedUnit];
    await world.database.rows(`UPDATE home_imports SET status = 'running', finished_at = NULL, created = 1 WHERE id = ?`, [view.id]);
    await world.database.rows('DELETE FROM home_import_rows WHERE import_id = ? AND row_no > 2', [view.id]);
    await world.database.rows(
      'DELETE FROM residents WHERE unit_id IN (?, ?)',
      units.slice(1).map((unit) => unit.id),
    );
    const before = await living(first);
    const again = await importList(world, clerk, table);
    expect(again.view).toMatchObject({ id: view.id, status: 'done', created: 3, updated: 0, rejected: 0 });
    expect(await living(first)).toEqual(before);
    for (const unit of units) expect(await living(unit)).toHaveLength(1);
  });

  it('a database that fails in the middle leaves no number in the log, and the next upload takes the rest', async () => {
    const unit = nextHome();
    const phone = freshPhone();
    const table: Table = [LIST_HEADER, row(unit, '江一帆', phone)];
    const lines = captureLog(world);
    await world.database.rows('ALTER TABLE home_import_rows RENAME TO home_import_rows_away');
    const failed = await upload(world, clerk, { content: csv(table), to: ROUTE });
    await world.database.rows('ALTER TABLE home_import_rows_away RENAME TO home_import_rows');
    expect([failed.status, failed.body.code]).toEqual([500, 'server.failed']);
    expect(lines.map((line) => line.level)).toContain('error');
    expect(util.inspect(lines, { depth: 10, maxStringLength: null })).not.toContain(phone);
    expect(await living(unit)).toEqual([]);
    expect((await importList(world, clerk, table)).lines).toEqual(['2,新建,']);
  });

  it('a new number of an owner ends the old entry and begins another; whom they let in stays theirs', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit, '江边月');
    const family = await aVerifiedPerson(world);
    await accept(family, (await invite(owner, unit.id, { role: 'family' })).code);
    const open = await invite(owner, unit.id, { role: 'family' });
    const phone = freshPhone();
    const { view, lines } = await importList(world, clerk, [LIST_HEADER, row(unit, '江边月', phone, '2025-07-01')]);
    expect([view.created, view.updated, lines]).toEqual([0, 1, ['2,更新,手机号已更换，原号码的登记已结束；交付日期已更新']]);
    expect(await homesOf(owner)).toEqual([]);
    expect((await homesOf(family)).map((h) => [h.role, h.deliveredOn])).toEqual([['family', '2025-07-01']]);
    const same = await aVerifiedPerson(world, phone);
    expect((await homesOf(same))[0]?.people?.map((p) => [p.role, p.self])).toEqual([
      ['owner', true],
      ['family', false],
    ]);
    expect((await accept(await aVerifiedPerson(world), open.code)).status).toBe(201);
    expect(await count(world, 'residents', 'unit_id = ? AND role = ?', [unit.id, 'owner'])).toBe(2);
  });

  it('a home that was sold on loses its owner with everybody they let in, and their invitations', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit, '江边月');
    const tenant = await aVerifiedPerson(world);
    await accept(tenant, (await invite(owner, unit.id, { role: 'tenant' })).code);
    const open = await invite(owner, unit.id, { role: 'family' });
    const { lines } = await importList(world, clerk, [LIST_HEADER, row(unit, '江上风')]);
    expect(lines).toEqual(['2,新建,']);
    expect([await homesOf(owner), await homesOf(tenant)]).toEqual([[], []]);
    expect((await accept(await aVerifiedPerson(world), open.code)).body.detail).toBe('这份邀请已被收回');
    expect((await living(unit)).map((r) => r.name)).toEqual(['江上风']);
  });

  it('the same person stays the same: a name written differently, a day, a family member who turns out to own it', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit, '江边月');
    const spouse = await aVerifiedPerson(world);
    await accept(spouse, (await invite(owner, unit.id, { role: 'family' })).code);
    const [before] = await living(unit);
    const { view, lines } = await importList(world, clerk, [
      LIST_HEADER,
      row(unit, '江边悦', owner.phone, '2025-06-30'),
      row(unit, '林间雪', spouse.phone),
    ]);
    expect([view.created, view.updated, lines]).toEqual([0, 2, ['2,更新,姓名已更新', '3,更新,原为家人或租户，已登记为业主']]);
    const after = await living(unit);
    expect(after[0]).toEqual({ ...before, name: '江边悦' });
    expect(after.map((r) => r.role)).toEqual(['owner', 'owner']);
    expect((await homesOf(spouse))[0]).toMatchObject({ role: 'owner', may: expect.arrayContaining(['invite']) });
    const again = await importList(world, clerk, [LIST_HEADER, row(unit, '林间雪', spouse.phone), row(unit, '江边悦', owner.phone)]);
    expect(again.lines).toEqual(['2,更新,与登记一致', '3,更新,与登记一致']);
  });

  it('nobody is taken to have sold where a row of the home was refused', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit, '江边月');
    const { lines } = await importList(world, clerk, [LIST_HEADER, row(unit, '江上风'), row(unit, '江边月', `${owner.phone}0`)]);
    expect(lines[1]).toBe('3,拒绝,手机号格式不正确');
    expect((await living(unit)).map((r) => r.name)).toEqual(['江边月', '江上风']);
    expect(await homesOf(owner)).toHaveLength(1);
  });

  it('a home has at most ten owners on the list', async () => {
    const unit = nextHome();
    const table: Table = [LIST_HEADER, ...Array.from({ length: 12 }, (_, i) => row(unit, `江${'甲乙丙丁戊己庚辛壬癸子丑'[i]}`))];
    const { view, lines } = await importList(world, clerk, table);
    expect([view.created, view.rejected, lines[11]]).toEqual([10, 2, '13,拒绝,一套房屋最多登记 10 位业主']);
  });

  it('a table that is no purchaser list is refused as a whole', async () => {
    const refused = async (content: string, code: string, detail?: string) => {
      const answer = await upload(world, clerk, { content, to: ROUTE });
      expectProblem(answer, code);
      if (detail) expect(answer.body.detail).toBe(detail);
    };
    const before = await count(world, 'home_imports');
    await refused(csv([['姓名', '手机号']]), 'import.columns-missing', '缺少：楼栋、房号、交付日期。请在第一行补上这些列名后再上传');
    await refused(csv([LIST_HEADER]), 'import.file-unreadable');
    await refused('', 'import.file-unreadable');
    await refused(`${csv([LIST_HEADER])}\r\n"1 号楼,101`, 'import.file-unreadable');
    await refused(`${LIST_HEADER.join(',')}\n${'1 号楼,101,江,13700000000,\n'.repeat(20_001)}`, 'import.too-many-rows');
    expectProblem(await upload(world, clerk, { content: csv([LIST_HEADER]), fields: { projectId: 'x' }, to: ROUTE }), 'request.invalid');
    expectProblem(await clerk.post(ROUTE, { file: 'x' }), 'request.unsupported-type');
    expect(await count(world, 'home_imports')).toBe(before);
    expect(readdirSync(path.join(dataDirOf(world), 'imports'))).toEqual([]);
  });

  it('is for those who may, for their own projects', async () => {
    const content = csv([LIST_HEADER, row(nextHome(), '江一帆')]);
    for (const key of ['agent-lin', 'engineer', 'owner'] as const) {
      expectProblem(await upload(world, await world.as(key), { content, to: ROUTE }), 'permission.denied');
    }
    const [, other] = (await world.http('GET', '/api/projects')).body.items;
    const manager = await world.as('manager');
    expectProblem(await upload(world, clerk, { content, to: `${ROUTE}?projectId=${other.id}` }), 'project.not-found');
    expectProblem(await upload(world, clerk, { content, to: `${ROUTE}?projectId=${'x'.repeat(37)}` }), 'request.invalid');
    const { body } = await upload(world, manager, { content, to: `${ROUTE}?projectId=${other.id}` });
    for (const route of [body.id, `${body.id}/report`, 'no-such-import'])
      expectProblem(await clerk.get(`${ROUTE}/${route}`), 'import.not-found');
    expect((await homeReport(manager, body.id))[0]).toMatch(/^2,(拒绝|新建),/);
  });

  it('a list of many thousand rows is taken within one request', async () => {
    // The most there may be; MySQL over a socket needs ten times as long for each.
    const most = world.database.dialect === 'mysql' ? 6_000 : 20_000;
    const { id: projectId } = (await world.http('GET', '/api/projects')).body.items[0];
    const [seed] = await world.database.rows<{ building_id: string; layout_id: string }>(
      'SELECT building_id, layout_id FROM units WHERE project_id = ? LIMIT 1',
      [projectId],
    );
    const labels = Array.from({ length: most / 2 }, (_, i) => `T${i}`);
    for (let i = 0; i < labels.length; i += 500) {
      const units = labels
        .slice(i, i + 500)
        .map((label) => ({ id: `test-unit-${label}`, project_id: projectId, ...seed, floor: 1, label, price: 1, state: 'sold' }));
      await world.database.transaction((tx) => insertRows(tx, 'units', units));
    }
    const phone = (i: number) => `136${String(10_000_000 + i)}`;
    const table: Table = [
      LIST_HEADER,
      ...Array.from({ length: most }, (_, i) => ['1 号楼', labels[i % labels.length] as string, `住户${i}`, phone(i), '2025-06-30']),
    ];
    const startedAt = performance.now();
    const { view } = await importList(world, clerk, table);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(view).toMatchObject({ status: 'done', total: most, created: most, rejected: 0 });
    process.stdout.write(`${world.database.dialect}: ${most} rows of a purchaser list in ${seconds.toFixed(1)} s\n`);
    const again = await importList(world, clerk, [...table.slice(0, -1), ['1 号楼', 'T0', '住户甲', '12', '']]);
    expect(again.view).toMatchObject({ created: 0, updated: most - 1, rejected: 1 });
  }, 300_000);
});
