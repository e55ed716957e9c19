import { STORY_TRANSITIONS, type StoryStatus, type StoryVerb } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';

export interface StoryRow {
  id: string;
  project_id: string;
  unit_id: string;
  customer_id: string;
  status: StoryStatus;
  title: string;
  words: string;
  stars: number | null;
  byline: string;
  reason: string | null;
  decided_by_id: string | null;
  published_at: number | string | null;
  created_at: number | string;
}

export const STORY_COLUMNS =
  's.id, s.project_id, s.unit_id, s.customer_id, s.status, s.title, s.words, s.stars, s.byline, s.reason, s.decided_by_id, s.published_at, s.created_at';

export const storySubject = (id: string): string => `story:${id}`;

export async function findStory(tx: EntityManager, id: string): Promise<StoryRow | null> {
  const [row] = await select<StoryRow>(tx, `SELECT ${STORY_COLUMNS} FROM stories s WHERE s.id = ?`, [id]);
  return row ?? null;
}

interface Move {
  reason?: string;
  decided_by_id?: string;
  decided_at?: number;
}

/**
 * The statement decides: of two who act at one moment, one wins. Whatever leaves the queue makes room for the author's next story,
 * and only what is published has a time of publication.
 * @throws CodedError `story.state-conflict`
 */
export async function moveStory(tx: EntityManager, id: string, verb: StoryVerb, at: number, changes: Move = {}): Promise<StoryStatus> {
  const { from, to } = STORY_TRANSITIONS.verbs[verb];
  const columns = { ...changes, status: to, waiting_key: null, published_at: to === 'published' ? at : null, updated_at: at };
  const names = Object.keys(columns);
  const won = await execute(
    tx,
    `UPDATE stories SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND status IN ${marks(from.length)}`,
    [...Object.values(columns), id, ...from],
  );
  if (won === 0) throw coded('story.state-conflict');
  return to;
}
