import type { HomeRight, HomeRole } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/columns';
import { execute, insertRows, marks } from '../../../platform/database/database';

/** Condition of `residents` for whoever is somebody of a home; takes the present instant. */
export const ACTIVE = 'ended_at IS NULL AND (until_at IS NULL OR until_at > ?)';

/** What keeps one phone in a unit once at a time. */
export const activeKey = (unitId: string, phoneIndex: string): string => `${unitId}:${phoneIndex}`;

export interface NewResident {
  unitId: string;
  projectId: string;
  role: HomeRole;
  may: readonly HomeRight[];
  name: string;
  phoneSealed: string;
  phoneIndex: string;
  source: 'import' | 'invitation';
  customerId?: string;
  invitedById?: string;
  untilAt?: number | null;
}

/** A row of `residents` from this instant on; bound when it is known whose phone it is. */
export const residentRow = (resident: NewResident, now: number) => ({
  id: newId(),
  unit_id: resident.unitId,
  project_id: resident.projectId,
  role: resident.role,
  may: resident.may,
  name: resident.name,
  phone_sealed: resident.phoneSealed,
  phone_index: resident.phoneIndex,
  customer_id: resident.customerId ?? null,
  source: resident.source,
  invited_by_id: resident.invitedById ?? null,
  created_at: now,
  bound_at: resident.customerId === undefined ? null : now,
  until_at: resident.untilAt ?? null,
  ended_at: null,
  active_key: activeKey(resident.unitId, resident.phoneIndex),
});

/**
 * Writes people into homes. Tenancies of the same people that ran out there make room first.
 * @throws QueryFailedError of a duplicate for somebody who is there already
 */
export async function insertResidents(tx: EntityManager, rows: readonly ReturnType<typeof residentRow>[], now: number): Promise<void> {
  if (rows.length === 0) return;
  await execute(
    tx,
    `UPDATE residents SET ended_at = until_at, active_key = NULL WHERE until_at <= ? AND active_key IN ${marks(rows.length)}`,
    [now, ...rows.map((row) => row.active_key)],
  );
  await insertRows(tx, 'residents', rows);
}
