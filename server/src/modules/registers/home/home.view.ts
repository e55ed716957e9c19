import {
  HOME_ROLES,
  type HomeInvitation,
  type HomePerson,
  type HomeRight,
  type HomeRole,
  type HomeView,
  maskName,
  maskPhone,
} from '@guihu/shared';
import type { UnitPlace } from '../project';
import { lastDayOf } from './home.policy';

export interface ResidentRow {
  id: string;
  unit_id: string;
  role: HomeRole;
  /** JSON. */
  may: string;
  name: string;
  phone_sealed: string;
  customer_id: string | null;
  until_at: number | string | null;
}

export interface InvitationRow {
  id: string;
  unit_id: string;
  role: HomeRole;
  may: string;
  until_at: number | string | null;
  expires_at: number | string;
}

export const numberOrNull = (value: number | string | null): number | null => (value === null ? null : Number(value));
export const rightsOf = (row: { may: string }): HomeRight[] => JSON.parse(row.may);

/** A name as others of a home see it; who told us none is called what they are there. */
export const nameForOthers = (name: string, role: HomeRole): string => (name === '' ? HOME_ROLES[role] : maskName(name));

/** A home as one of its people sees it. */
export function homeView(own: ResidentRow, place: UnitPlace, deliveredOn: string | null): HomeView {
  const { unitId, projectId, projectName, buildingId, buildingName, unitLabel, label } = place;
  return {
    unitId,
    projectId,
    projectName,
    buildingId,
    buildingName,
    unitLabel,
    label,
    role: own.role,
    may: rightsOf(own),
    deliveredOn,
    until: lastDayOf(numberOrNull(own.until_at)),
  };
}

/** Somebody of a home as an owner of it sees them. */
export function personView(row: ResidentRow, phone: string, customerId: string): HomePerson {
  const self = row.customer_id === customerId;
  return {
    id: row.id,
    name: self && row.name !== '' ? row.name : nameForOthers(row.name, row.role),
    role: row.role,
    may: rightsOf(row),
    phoneMasked: maskPhone(phone),
    bound: row.customer_id !== null,
    until: lastDayOf(numberOrNull(row.until_at)),
    self,
  };
}

export const invitationView = (row: InvitationRow): HomeInvitation => ({
  id: row.id,
  role: row.role,
  may: rightsOf(row),
  until: lastDayOf(numberOrNull(row.until_at)),
  expiresAt: new Date(Number(row.expires_at)).toISOString(),
});
