import { type LayoutRoom, ROLES, type Role } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import type { FieldCipher } from '../platform/crypto/field-cipher';
import { newId } from '../platform/database/columns';
import { execute, insertRows } from '../platform/database/database';
import { normalisePhone } from '../platform/phone';
import { shiftProblems, type Window } from '../platform/working-time';

/** One project with its people, as an engineer writes it down before the first start; see docs/project-file.example.json. */
export interface ProjectFile {
  project: {
    code: string;
    name: string;
    city: string;
    district: string;
    address: string;
    slogan?: string;
    description?: string;
    tags?: string[];
    facts?: { label: string; value: string }[];
    openingHours: string;
    phone: string;
    showsPrices?: boolean;
  };
  buildings?: BuildingFile[];
  layouts?: { code: string; title: string; areaSqm: number; productType: string; rooms?: LayoutRoom[] }[];
  shifts: { name: string; calendar: 'office' | 'statutory' | 'always'; week: Record<string, Window[]> }[];
  teams?: { name: string; kind: 'sales' | 'service'; leader?: string }[];
  /** `team` and `shift` name entries above; `phone` is how a colleague signs in: by WeChat's phone button. */
  staff: {
    name: string;
    phone: string;
    title: string;
    roles: Role[];
    team?: string;
    shift: string;
    workPhone?: string;
    skills?: string[];
    capacity?: number;
    dailyQuota?: number;
  }[];
}

interface BuildingFile {
  name: string;
  floors: number;
  unitsPerFloor: number;
  productType: string;
  /** Every home that people may live in or buy; one that is on offer says its price. */
  homes?: { label: string; floor: number; layout: string; priceYuan?: number; state?: 'available' | 'reserved' | 'sold' }[];
}

/** What is wrong with a file, in sentences; empty when it can be used. */
export function faultsOfProjectFile(file: ProjectFile): string[] {
  const faults: string[] = [];
  if (!/^[A-Z]{1,6}$/.test(file.project?.code ?? '')) faults.push('project.code must be one to six capital letters.');
  for (const key of ['name', 'city', 'district', 'address', 'openingHours', 'phone'] as const) {
    if (!file.project?.[key]) faults.push(`project.${key} is missing.`);
  }
  const shifts = new Set((file.shifts ?? []).map((s) => s.name));
  const teams = new Set((file.teams ?? []).map((t) => t.name));
  for (const shift of file.shifts ?? []) faults.push(...shiftProblems(shift.week).map((p) => `shift ${shift.name}: ${p}`));
  for (const building of file.buildings ?? []) faults.push(...faultsOfHomes(building, new Set((file.layouts ?? []).map((l) => l.code))));
  for (const person of file.staff ?? []) {
    if (!normalisePhone(person.phone ?? '').ok) faults.push(`${person.name}: the phone cannot be read.`);
    if (!shifts.has(person.shift)) faults.push(`${person.name}: there is no shift called ${person.shift}.`);
    if (person.team && !teams.has(person.team)) faults.push(`${person.name}: there is no team called ${person.team}.`);
    const unknown = (person.roles ?? []).find((role) => !ROLES.includes(role));
    if (unknown || !person.roles?.length) faults.push(`${person.name}: the role ${unknown ?? ''} is not known.`);
  }
  if (!file.staff?.some((p) => p.roles?.includes('manager'))) faults.push('Somebody must be manager: what nobody accepts goes to them.');
  if (!file.staff?.some((p) => p.roles?.includes('agent'))) faults.push('Somebody must be agent: leads are offered to them.');
  return faults;
}

function faultsOfHomes({ name, floors, homes = [] }: BuildingFile, layouts: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  return homes.flatMap(({ label, floor, layout, priceYuan, state = 'sold' }) => {
    const home = `building ${name}, home ${label}`;
    const twin = seen.has(label);
    seen.add(label);
    return [
      ...(/^\S{1,10}$/.test(label ?? '') ? [] : [`${home}: the label must be one to ten characters without spaces.`]),
      ...(twin ? [`${home}: there are two of it.`] : []),
      ...(Number.isInteger(floor) && floor <= floors ? [] : [`${home}: there is no floor ${floor}.`]),
      ...(layouts.has(layout) ? [] : [`${home}: there is no layout ${layout}.`]),
      ...(['available', 'reserved', 'sold'].includes(state) ? [] : [`${home}: the state ${state} is not known.`]),
      ...(state === 'sold' || (Number.isInteger(priceYuan) && Number(priceYuan) > 0) ? [] : [`${home}: what is on offer has a price.`]),
    ];
  });
}

/** Writes the project and its people. The caller has checked the file. */
export async function foundProject(
  tx: EntityManager,
  cipher: FieldCipher,
  file: ProjectFile,
  today: string,
): Promise<{ projectId: string; staff: number }> {
  const projectId = newId();
  const { slogan = '', description = '', tags = [], facts = [], showsPrices = true, ...rest } = file.project;
  const { openingHours, ...plain } = rest;
  await insertRows(tx, 'projects', [
    {
      id: projectId,
      ...plain,
      slogan,
      description,
      tags,
      facts,
      opening_hours: openingHours,
      shows_prices: showsPrices,
      active: true,
      position: 0,
    },
  ]);
  const buildings = (file.buildings ?? []).map((building) => ({ building, id: newId() }));
  const layouts = (file.layouts ?? []).map((layout) => ({ ...layout, id: newId() }));
  await insertRows(
    tx,
    'buildings',
    buildings.map(({ building: b, id }) => ({
      id,
      project_id: projectId,
      name: b.name,
      floors: b.floors,
      units_per_floor: b.unitsPerFloor,
      product_type: b.productType,
    })),
  );
  await insertRows(
    tx,
    'layouts',
    layouts.map((l) => ({
      id: l.id,
      project_id: projectId,
      code: l.code,
      title: l.title,
      area_tenths: Math.round(l.areaSqm * 10),
      product_type: l.productType,
      rooms: JSON.stringify(l.rooms ?? []),
    })),
  );
  for (const { building, id } of buildings) {
    await insertRows(
      tx,
      'units',
      (building.homes ?? []).map((home) => ({
        id: newId(),
        project_id: projectId,
        building_id: id,
        layout_id: layouts.find((l) => l.code === home.layout)?.id,
        floor: home.floor,
        label: home.label,
        price: (home.priceYuan ?? 0) * 100,
        state: home.state ?? 'sold',
      })),
    );
  }
  const shifts = new Map(file.shifts.map((s) => [s.name, newId()]));
  await insertRows(
    tx,
    'shifts',
    file.shifts.map((s) => ({ id: shifts.get(s.name), name: s.name, calendar_id: s.calendar, week: s.week })),
  );
  const teams = new Map((file.teams ?? []).map((t) => [t.name, newId()]));
  await insertRows(
    tx,
    'teams',
    (file.teams ?? []).map((t) => ({ id: teams.get(t.name), project_id: projectId, name: t.name, kind: t.kind, leader_id: null })),
  );
  const people = file.staff.map((person) => ({ person, id: newId(), phone: readable(person.phone) }));
  await insertRows(
    tx,
    'staff',
    people.map(({ person, id, phone }) => ({
      id,
      name: person.name,
      title: person.title,
      roles: JSON.stringify(person.roles),
      phone_sealed: cipher.encrypt(phone),
      phone_index: cipher.blindIndex(phone),
      work_phone: person.workPhone ?? null,
      intro: null,
      team_id: person.team ? (teams.get(person.team) ?? null) : null,
      shift_id: shifts.get(person.shift),
      active: true,
      on_duty: true,
      capacity: person.capacity ?? 60,
      daily_quota: person.dailyQuota ?? 30,
      skills: JSON.stringify(person.skills ?? []),
    })),
  );
  await insertRows(
    tx,
    'staff_projects',
    people.map(({ id }) => ({ staff_id: id, project_id: projectId })),
  );
  for (const team of file.teams ?? []) {
    const leader = people.find((p) => p.person.name === team.leader);
    if (leader) await execute(tx, 'UPDATE teams SET leader_id = ? WHERE id = ?', [leader.id, teams.get(team.name)]);
  }
  await insertRows(tx, 'routing_locks', [{ project_id: projectId }]);
  await insertRows(
    tx,
    'agent_loads',
    people
      .filter((p) => p.person.roles.includes('agent'))
      .map(({ id }) => ({ staff_id: id, open_leads: 0, day: today, assigned_on_day: 0 })),
  );
  return { projectId, staff: people.length };
}

function readable(phone: string): string {
  const read = normalisePhone(phone);
  if (!read.ok) throw new Error('the file was not checked');
  return read.e164;
}
