import { HOME_ROLE_RIGHTS, type HomeRole } from '@guihu/shared';
import { CAST } from '../integrations/wechat/simulator/cast';
import { insertResidents, type NewResident, residentRow } from '../modules/registers/home/home.rows';
import { insertRows, select } from '../platform/database/database';
import type { Ground, ProjectIds } from './world';

interface SoldUnit {
  id: string;
  building: string;
  floor: number;
  label: string;
}

/** When each building was handed over, floor by floor, and who built it: some parts are within warranty, others no longer. */
const HANDED_OVER: Readonly<Record<string, { from: string; months: number; contractor: string | null }>> = {
  '3 号楼': { from: '2019-09-10', months: 9, contractor: '杭州云筑建设有限公司' },
  '5 号楼': { from: '2021-04-15', months: 12, contractor: '杭州云筑建设有限公司' },
  '2 号楼': { from: '2023-05-20', months: 18, contractor: '浙江溪山建工集团' },
  '1 号楼': { from: '2025-03-08', months: 16, contractor: null },
};

/** The owner of the cast has one home that is nearly new and one whose waterproofing is past five years. */
const OF_THE_CAST: Readonly<Record<string, string>> = { '1 号楼 1203': '2025-06-18', '3 号楼 401': '2020-03-20' };

const SURNAMES = [...'王李张刘杨黄吴徐朱马胡郭何高罗梁宋唐韩冯邓曹彭曾萧田董袁潘蒋'];
const GIVEN = [
  '建国',
  '秀英',
  '思远',
  '佳怡',
  '志强',
  '雨桐',
  '海燕',
  '浩然',
  '丽华',
  '明轩',
  '欣妍',
  '国栋',
  '晓彤',
  '文博',
  '慧敏',
  '俊杰',
];

/** Sold homes of 云溪府 with the day they were handed over and the people who live there; all but the cast are yet to bind theirs. */
export async function seedHomes(ground: Ground, projects: ProjectIds): Promise<void> {
  const { tx } = ground;
  const units = await select<SoldUnit>(
    tx,
    `SELECT u.id, b.name AS building, u.floor, u.label FROM units u JOIN buildings b ON b.id = u.building_id
     WHERE u.project_id = ? AND u.state = 'sold' ORDER BY b.id, u.floor, u.label`,
    [projects.YX],
  );
  await insertRows(
    tx,
    'deliveries',
    units.map((unit) => ({
      unit_id: unit.id,
      delivered_on: deliveredOn(unit),
      contractor: HANDED_OVER[unit.building]?.contractor ?? null,
    })),
  );
  const owners = await seedOwners(ground, projects.YX, units);
  await seedInvited(ground, projects.YX, owners);
}

const nameOf = (unit: SoldUnit): string => `${unit.building} ${unit.label}`;

function deliveredOn(unit: SoldUnit): string {
  const known = OF_THE_CAST[nameOf(unit)];
  const plan = HANDED_OVER[unit.building];
  if (known) return known;
  if (!plan) throw new Error(`nobody says when ${unit.building} was handed over`);
  const day = new Date(`${plan.from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((unit.floor * 37 + Number(unit.label) * 11) % (plan.months * 30)));
  return day.toISOString().slice(0, 10);
}

interface SeededOwner {
  id: string;
  unitId: string;
  /** Counts homes that are not the cast's. */
  place: number;
}

async function seedOwners(ground: Ground, projectId: string, units: readonly SoldUnit[]): Promise<SeededOwner[]> {
  const { tx, cipher, now } = ground;
  const persona = CAST.find((each) => each.key === 'owner');
  const [customer] = await select<{ id: string }>(tx, 'SELECT id FROM customers WHERE phone_index = ?', [
    cipher.blindIndex(persona?.phone ?? ''),
  ]);
  if (!persona || !customer) throw new Error('the owner of the cast is no customer');
  const rows = units.map((unit, place) => {
    const home = { unitId: unit.id, projectId, role: 'owner', source: 'import' } as const;
    const own = nameOf(unit) in OF_THE_CAST;
    const person = own ? { name: persona.name, phone: persona.phone, customerId: customer.id } : aPerson(place);
    return residentRow(sealed(ground, { ...home, ...person }), now);
  });
  await insertResidents(tx, rows, now);
  return rows
    .map((row, place) => ({ id: row.id, unitId: row.unit_id, place }))
    .filter((_, i) => !(nameOf(units[i] as SoldUnit) in OF_THE_CAST));
}

/** Every third home has family in it, every seventh is let. */
async function seedInvited(ground: Ground, projectId: string, owners: readonly SeededOwner[]): Promise<void> {
  const { tx, now } = ground;
  const invite = (owner: SeededOwner, role: HomeRole, number: number) =>
    residentRow(
      sealed(ground, { unitId: owner.unitId, projectId, role, source: 'invitation', invitedById: owner.id, ...aPerson(number) }),
      now,
    );
  const rows = owners.flatMap((owner) => [
    ...(owner.place % 3 === 0 ? [invite(owner, 'family', 200 + owner.place)] : []),
    ...(owner.place % 7 === 0 ? [invite(owner, 'tenant', 400 + owner.place)] : []),
  ]);
  await insertResidents(tx, rows, now);
}

/** Numbers of a made-up block beside the cast's, +86 139 0003 0000 on. */
const aPerson = (number: number): { name: string; phone: string } => ({
  name: `${SURNAMES[(number * 7) % SURNAMES.length]}${GIVEN[(number * 5 + Math.floor(number / SURNAMES.length)) % GIVEN.length]}`,
  phone: `+861390003${String(number).padStart(4, '0')}`,
});

function sealed(
  { cipher }: Ground,
  { phone, ...resident }: Omit<NewResident, 'may' | 'phoneSealed' | 'phoneIndex'> & { phone: string },
): NewResident {
  return {
    ...resident,
    may: HOME_ROLE_RIGHTS[resident.role].usual,
    phoneSealed: cipher.encrypt(phone),
    phoneIndex: cipher.blindIndex(phone),
  };
}
