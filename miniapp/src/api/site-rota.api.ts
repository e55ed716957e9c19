import type { SiteDay, SiteDutiesWanted, SiteRotaCopy, SiteRotaDayDraft, SiteRotaView } from '@guihu/shared';
import type { ApiRequest } from './api-request';

/** Who keeps a sales office running beside those who sell. */
export function createSiteRotaApi(request: ApiRequest) {
  return {
    /** Seven days from `from`, a Beijing date. */
    view: (query: { projectId: string; from: string }) =>
      request<SiteRotaView>({ method: 'GET', path: '/api/staff/site-rota', query: { ...query } }),
    want: (body: SiteDutiesWanted) => request<SiteDutiesWanted>({ method: 'PUT', path: '/api/staff/site-rota/duties', body }),
    plan: (body: SiteRotaDayDraft) => request<{ day: string; version: number }>({ method: 'PUT', path: '/api/staff/site-rota/days', body }),
    copy: (body: SiteRotaCopy) => request<{ days: string[] }>({ method: 'POST', path: '/api/staff/site-rota/copies', body }),
    /** Without a project: of all that one works for. */
    onDay: (query: { day: string; projectId?: string }) =>
      request<{ items: SiteDay[] }>({ method: 'GET', path: '/api/staff/site-days', query: { ...query } }),
  };
}
export type SiteRotaApi = ReturnType<typeof createSiteRotaApi>;
