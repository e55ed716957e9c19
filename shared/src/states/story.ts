import type { TransitionTable } from './machine';

/**
 * Life of a story 业主故事 (K9). Nothing is public before somebody has read it. What was published may still be returned when it
 * turns out to say too much, and its author takes it back whenever they like.
 */
export const STORY_STATUSES = ['submitted', 'published', 'returned', 'withdrawn'] as const;
export type StoryStatus = (typeof STORY_STATUSES)[number];

export const STORY_STATUS_LABELS: Readonly<Record<StoryStatus, string>> = {
  submitted: '待审核',
  published: '已公开',
  returned: '已退回',
  withdrawn: '已撤回',
};

export type StoryVerb = 'publish' | 'return' | 'withdraw';
/** Verbs of whoever reads stories before others do; the third one is the author's. */
export const MODERATOR_VERBS = ['publish', 'return'] as const;
export type ModeratorVerb = (typeof MODERATOR_VERBS)[number];

export const STORY_TRANSITIONS: TransitionTable<StoryStatus, StoryVerb> = {
  initial: 'submitted',
  final: ['withdrawn'],
  verbs: {
    publish: { from: ['submitted'], to: 'published' },
    return: { from: ['submitted', 'published'], to: 'returned' },
    withdraw: { from: ['submitted', 'published', 'returned'], to: 'withdrawn' },
  },
};

/** One person has one story in the queue: the next one after the first was answered. */
export const mayWriteStory = (own: readonly StoryStatus[]): boolean => !own.includes('submitted');
