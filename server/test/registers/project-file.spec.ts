import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config/config';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { faultsOfProjectFile, foundProject, type ProjectFile } from '../../src/seeds/project-file';
import { startApp, type TestApp } from '../support/app';
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

  it('is refused with sentences that name what is wrong', () => {
    const file = example();
    file.project.code = 'hy1';
    file.staff = file.staff.filter((p) => !p.roles.includes('agent')).map((p) => ({ ...p, shift: '夜班', phone: '123' }));
    const faults = faultsOfProjectFile(file).join(' ');
    for (const word of ['project.code', '夜班', 'phone', 'agent']) expect(faults).toContain(word);
  });

  it('needs keys and a database in production, like everything else', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('DATABASE_URL');
  });
});
