import {
  EXTRA_INTEREST_TRANSITIONS,
  type ExtraInterestStatus,
  type ExtraInterestVerb,
  type ExtraKind,
  type ExtraPicture,
} from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import type { ShowTime } from './extra.policy';

export interface ExtraRow {
  id: string;
  project_id: string;
  kind: ExtraKind;
  title: string;
  words: string;
  from_day: string;
  until_day: string | null;
  active: number | boolean;
  position: number;
  responsible_id: string | null;
}

export interface InterestRow {
  id: string;
  extra_id: string;
  project_id: string;
  customer_id: string;
  unit_id: string;
  status: ExtraInterestStatus;
  note: string | null;
  created_at: number | string;
}

export const EXTRA_COLUMNS =
  'x.id, x.project_id, x.kind, x.title, x.words, x.from_day, x.until_day, x.active, x.position, x.responsible_id';
export const INTEREST_COLUMNS = 'i.id, i.extra_id, i.project_id, i.customer_id, i.unit_id, i.status, i.note, i.created_at';

export const extraSubject = (id: string): string => `extra:${id}`;

export const showTimeOf = ({ active, from_day, until_day }: Pick<ExtraRow, 'active' | 'from_day' | 'until_day'>): ShowTime => ({
  active: Boolean(active),
  from: from_day,
  until: until_day,
});

/** The first picture of an extra, as it is shown. */
export function pictureOf(photos: readonly ExtraPicture[] | undefined): ExtraPicture | null {
  const [photo] = photos ?? [];
  return photo ? { id: photo.id, url: photo.url, thumbUrl: photo.thumbUrl, width: photo.width, height: photo.height } : null;
}

export async function findExtra(tx: EntityManager, id: string): Promise<ExtraRow | null> {
  const [row] = await select<ExtraRow>(tx, `SELECT ${EXTRA_COLUMNS} FROM extras x WHERE x.id = ?`, [id]);
  return row ?? null;
}

export async function findInterest(tx: EntityManager, id: string): Promise<InterestRow | null> {
  const [row] = await select<InterestRow>(tx, `SELECT ${INTEREST_COLUMNS} FROM extra_interests i WHERE i.id = ?`, [id]);
  return row ?? null;
}

/** The statement decides: of two who act at one moment, one wins. @throws CodedError `extra.state-conflict` */
export async function moveInterest(
  tx: EntityManager,
  id: string,
  verb: ExtraInterestVerb,
  changes: Readonly<Record<string, unknown>>,
): Promise<ExtraInterestStatus> {
  const { from, to } = EXTRA_INTEREST_TRANSITIONS.verbs[verb];
  const columns = { ...changes, status: to };
  const names = Object.keys(columns);
  const won = await execute(
    tx,
    `UPDATE extra_interests SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND status IN ${marks(from.length)}`,
    [...Object.values(columns), id, ...from],
  );
  if (won === 0) throw coded('extra.state-conflict');
  return to;
}
