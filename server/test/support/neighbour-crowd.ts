import { newId } from '../../src/platform/database/columns';

type Row = Record<string, unknown>;

const STORY_STATUSES = ['published', 'published', 'published', 'returned', 'withdrawn'];
const INTEREST_STATUSES = ['taken-up', 'declined', 'declined', 'contacted', 'withdrawn'];

/** What an owner of the crowd did once: a story, interest in an extra, and a glance at it. */
export function neighbourOfCrowd(
  put: (table: string, ...rows: Row[]) => void,
  i: number,
  { customerId, projectId, unitId, extraId, at }: { customerId: string; projectId: string; unitId: string; extraId: string; at: number },
): void {
  const status = STORY_STATUSES[i % STORY_STATUSES.length] as string;
  put('stories', {
    id: newId(),
    project_id: projectId,
    unit_id: unitId,
    customer_id: customerId,
    status,
    title: '搬进来的第一个冬天',
    words: '楼下的蜡梅开了，孩子们在中央花园堆雪人。',
    byline: '陈**',
    consent_version: '2026-11',
    published_at: status === 'published' ? at : null,
    created_at: at,
    updated_at: at,
  });
  put('extra_interests', {
    id: newId(),
    extra_id: extraId,
    project_id: projectId,
    customer_id: customerId,
    unit_id: unitId,
    status: INTEREST_STATUSES[i % INTEREST_STATUSES.length],
    consent_version: '2026-11',
    created_at: at,
    updated_at: at,
  });
  put('extra_views', { view_key: `crowd-${i}`, extra_id: extraId, at });
}
