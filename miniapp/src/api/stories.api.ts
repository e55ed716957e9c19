import type { MyStory, Page, PublishedStory, StoryChange, StoryDraft } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** What owners tell of living here. */
export function createStoriesApi(request: ApiRequest) {
  return {
    published: (projectId: string, cursor: string | null = null) =>
      request<Page<PublishedStory>>({ method: 'GET', path: `/api/projects/${segment(projectId)}/stories`, query: { cursor } }),
    mine: (cursor: string | null = null) => request<Page<MyStory>>({ method: 'GET', path: '/api/me/stories', query: { cursor } }),
    submit: (body: StoryDraft, idempotencyKey: string) =>
      request<StoryChange>({ method: 'POST', path: '/api/me/stories', body, idempotencyKey }),
    withdraw: (id: string) => request<StoryChange>({ method: 'POST', path: `/api/me/stories/${segment(id)}/withdrawal` }),
  };
}
export type StoriesApi = ReturnType<typeof createStoriesApi>;
