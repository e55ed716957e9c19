import type { ModeratorVerb, StoryStatus } from '../states/story';
import type { PhotoView } from './upload';

/** Characters. */
export const STORY_TITLE = { least: 2, most: 30 } as const;
export const STORY_WORDS = { least: 20, most: 2_000 } as const;
export const STORY_REASON = { least: 2, most: 200 } as const;

/** How the author is named to everybody; the full name is never shown. */
export const STORY_BYLINES = { masked: '只显示姓，如 王**', anonymous: '不显示姓名' } as const;
export type StoryByline = keyof typeof STORY_BYLINES;

/** What the author agrees to before anything of theirs is shown; the version is kept with the story. */
export const STORY_CONSENT = {
  version: '2026-11',
  text: '我同意在归户的楼盘页面公开这篇故事和照片，所有人都能看到；我可以随时撤回，撤回后立即不再显示',
} as const;

/** `POST /api/me/stories`: an owner tells of a home that is bound to them. */
export interface StoryDraft {
  unitId: string;
  title: string;
  words: string;
  /** 1–5; left out when the author gives none. */
  stars?: number;
  /** `masked` when left out. */
  byline?: StoryByline;
  /** Pictures only, at most nine. */
  uploadIds?: string[];
  /** To `STORY_CONSENT`; nothing is taken without it. */
  agreed: boolean;
}

export type StoryPhoto = Pick<PhotoView, 'id' | 'url' | 'thumbUrl' | 'width' | 'height'>;

interface StoryShown {
  id: string;
  title: string;
  words: string;
  stars: number | null;
  /** 王** */
  byline: string;
  photos: StoryPhoto[];
}

/** An item of `GET /api/projects/:id/stories?cursor`, newest first, for everybody. */
export interface PublishedStory extends StoryShown {
  publishedAt: string;
}

/** An item of `GET /api/me/stories`, newest first; `POST /api/me/stories/:id/withdrawal`. */
export interface MyStory extends StoryShown {
  projectName: string;
  status: StoryStatus;
  /** Why it was returned. */
  reason: string | null;
  at: string;
  allowed: 'withdraw'[];
}

/**
 * An item of `GET /api/staff/stories?projectId&status&cursor`: what waits, the longest first; everything else newest first.
 * `POST /api/staff/stories/:id/publication`, `POST /api/staff/stories/:id/return` `{reason}`.
 */
export interface StaffStory extends StoryShown {
  status: StoryStatus;
  reason: string | null;
  at: string;
  author: { name: string; phoneMasked: string; home: string };
  decidedBy: string | null;
  allowed: ModeratorVerb[];
}

export interface StoryReturn {
  reason: string;
}

/** What a verb on a story answers. */
export interface StoryChange {
  id: string;
  status: StoryStatus;
}
