import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config/config';
import { ProjectQueries } from '../../src/modules/registers/project';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { faultsOfProjectFile, foundProject, type ProjectFile } from '../../src/seeds/project-file';
import { startApp, type TestApp } from '../support/app';
import { LIST_HEADER } from '../support/homes';
import { csv, upload } from '../support/lead-tables';
import { aLead, freshPhone, leadState, submit } from '../support/leads';

const example = (): ProjectFile => JSON.parse(readFileSync(path.resolve(__dirname, '../../../docs/project-file.example.json'), 'utf8'));

describe('the project file', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  it('of the docs founds a project whose leads are offered to its agent', async () => {
    expect(faultsOfProjectFile(example())).toEqual([]);
    const cipher = world.app.get(FieldCipher);
    const { projectId } = await world.database.transaction((tx) => foundProject(tx, cipher, example(), '2026-11-23'));
    const { body } = await submit(world, await world.stranger('founder'), await aLead(world, { projectId, phone: freshPhone() }));
    await world.travel('PT0S');
    const { status, owner_id } = await leadState(world, body.id);
    const [owner] = await world.database.rows<{ name: string }>('SELECT name FROM staff WHERE id = ?', [owner_id]);
    expect([status, owner?.name]).toEqual(['offered', '林顾问']);
  });

  it('registers its homes, which the purchaser list then finds', async () => {
    const file = example();
    file.project.code = 'HZ';
    file.staff = file.staff.map((person, i) => ({ ...person, phone: `1390002010${i}` }));
    const cipher = world.app.get(FieldCipher);
    const { projectId } = await world.database.transaction((tx) => foundProject(tx, cipher, file, '2026-11-23'));
    const { items } = (await world.http('GET', `/api/projects/${projectId}/buildings`)).body;
    expect(items[0].units.map((u: { label: string }) => u.label)).toEqual(['101', '102']);
    const [layout] = (await world.http('GET', `/api/projects/${projectId}`)).body.layouts;
    expect([layout.unitsLeft, layout.priceFrom]).toEqual([1, null]);
    world.app.get(ProjectQueries).invalidate();
    const admin = await world.as('admin');
    const content = csv([LIST_HEADER, ['1号楼', '101', '江一帆', freshPhone(), '2026-06-30']]);
    const { body } = await upload(world, admin, { content, to: `/api/staff/home-imports?projectId=${projectId}` });
    expect((await admin.get(`/api/staff/home-imports/${body.id}`)).body).toMatchObject({ created: 1, rejected: 0 });
  });

  it('is refused with sentences that name what is wrong', () => {
    const file = example();
    file.project.code = 'hy1';
    file.staff = file.staff.filter((p) => !p.roles.includes('agent')).map((p) => ({ ...p, shift: '夜班', phone: '123' }));
    const faults = faultsOfProjectFile(file);
    const [building] = file.buildings ?? [];
    building!.homes = [
      { label: '1 01', floor: 19, layout: 'Z', state: 'available' },
      { label: '1 01', floor: 1, layout: 'A', state: 'gone' as 'sold' },
    ];
    faults.push(...faultsOfProjectFile(file));
    for (const word of ['label', 'floor 19', 'layout Z', 'price', 'two of it', 'state gone']) expect(faults.join(' ')).toContain(word);
    for (const word of ['project.code', '夜班', 'phone', 'agent']) expect(faults.join(' ')).toContain(word);
  });

  it('needs keys and a database in production, like everything else', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('DATABASE_URL');
  });
});
