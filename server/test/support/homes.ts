import type { BuildingUnits, HomeImportView, HomeInvitationReceipt, HomeInvitationRequest, HomeView } from '@guihu/shared';
import type { Answer, Person, TestApp } from './app';
import { csv, type Table, upload } from './lead-tables';
import { freshPhone } from './leads';

export const LIST_HEADER = ['楼栋', '房号', '姓名', '手机号', '交付日期'] as const;

export interface NamedUnit {
  id: string;
  building: string;
  label: string;
}

/** Homes of 云溪府 that nobody lives in yet, from the ground up. */
export async function emptyHomes(world: TestApp): Promise<NamedUnit[]> {
  const { id } = (await world.http('GET', '/api/projects')).body.items[0];
  const buildings: BuildingUnits[] = (await world.http('GET', `/api/projects/${id}/buildings`)).body.items;
  const taken = new Set((await world.database.rows<{ unit_id: string }>('SELECT unit_id FROM residents')).map((r) => r.unit_id));
  return buildings.flatMap((b) => b.units.map((u) => ({ id: u.id, building: b.name, label: u.label }))).filter((u) => !taken.has(u.id));
}

/** Uploads a purchaser list; answers how it ended and the lines of its report. */
export async function importList(world: TestApp, person: Person, table: Table): Promise<{ view: HomeImportView; lines: string[] }> {
  const { status, body } = await upload(world, person, { content: csv(table), name: '购房名单.csv', to: '/api/staff/home-imports' });
  expect([status, body]).toEqual([201, { id: expect.any(String) }]);
  const view: HomeImportView = (await person.get(`/api/staff/home-imports/${body.id}`)).body;
  return { view, lines: await homeReport(person, body.id) };
}

export async function homeReport(person: Person, id: string): Promise<string[]> {
  return (await person.get<string>(`/api/staff/home-imports/${id}/report`)).body.split('\r\n').slice(1, -1);
}

let people = 0;
/** A WeChat user whose phone WeChat vouched for. */
export async function aVerifiedPerson(world: TestApp, phone = freshPhone()): Promise<Person & { phone: string }> {
  const key = `home-${++people}`;
  const person = await world.stranger(key, `+86${phone}`);
  expect((await person.post('/api/me/phone', { code: await person.phoneCode() })).status).toBe(200);
  return { ...(await world.as(key)), phone };
}

/** Somebody whom the purchaser list names, who has found the home. */
export async function anOwner(
  world: TestApp,
  clerk: Person,
  unit: NamedUnit,
  name = '江一帆',
  deliveredOn = '2025-06-30',
): Promise<Person & { phone: string }> {
  const phone = freshPhone();
  await importList(world, clerk, [LIST_HEADER, [unit.building, unit.label, name, phone, deliveredOn]]);
  const owner = await aVerifiedPerson(world, phone);
  expect((await homesOf(owner)).map((home) => home.unitId)).toEqual([unit.id]);
  return owner;
}

export const homesOf = async (person: Person): Promise<HomeView[]> => (await person.get('/api/me/homes')).body.items;

export async function invite(owner: Person, unitId: string, request: HomeInvitationRequest): Promise<HomeInvitationReceipt> {
  const { status, body } = await owner.post(`/api/me/homes/${unitId}/invitations`, request);
  expect([status, body.code?.length]).toEqual([201, 32]);
  return body;
}

export const accept = (person: Person, code: string): Promise<Answer> => person.post('/api/me/homes', { invitationCode: code });

/** A refusal without what differs from request to request. */
export function plainRefusal({ status, body }: Answer) {
  const { correlationId: _, ...said } = body;
  return { status, ...said };
}
