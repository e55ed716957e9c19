import type { Page, StaffStory, StoryChange, StoryReturn, StoryStatus } from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface StoryQuery extends ListQuery {
  projectId: string;
  status: StoryStatus;
}

/** Stories before everybody may read them. */
export function createStaffStoriesApi(request: ApiRequest) {
  const story = (id: string, rest: string) => `/api/staff/stories/${segment(id)}${rest}`;
  return {
    list: (query: StoryQuery) => request<Page<StaffStory>>({ method: 'GET', path: '/api/staff/stories', query: { ...query } }),
    publish: (id: string) => request<StoryChange>({ method: 'POST', path: story(id, '/publication') }),
    giveBack: (id: string, body: StoryReturn) => request<StoryChange>({ method: 'POST', path: story(id, '/return'), body }),
  };
}
export type StaffStoriesApi = ReturnType<typeof createStaffStoriesApi>;
