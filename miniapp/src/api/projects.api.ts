import type { BuildingUnits, ChannelView, Page, ProjectDetail, ProjectSummary } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

export function createProjectsApi(request: ApiRequest) {
  return {
    list: () => request<Page<ProjectSummary>>({ method: 'GET', path: '/api/projects', anonymous: true }),
    detail: (id: string) => request<ProjectDetail>({ method: 'GET', path: `/api/projects/${segment(id)}`, anonymous: true }),
    buildings: (id: string) =>
      request<{ items: BuildingUnits[] }>({ method: 'GET', path: `/api/projects/${segment(id)}/buildings`, anonymous: true }),
    channels: () => request<{ items: ChannelView[] }>({ method: 'GET', path: '/api/channels' }),
  };
}
export type ProjectsApi = ReturnType<typeof createProjectsApi>;
