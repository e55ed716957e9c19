import type { ExtraInterestChange, ExtraInterestRequest, ExtraViews, MyExtra, Page } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** What owners are offered beside their homes. */
export function createExtrasApi(request: ApiRequest) {
  const extra = (id: string, rest: string) => `/api/me/extras/${segment(id)}${rest}`;
  return {
    mine: () => request<Page<MyExtra>>({ method: 'GET', path: '/api/me/extras' }),
    /** Counts once for each person and day. */
    seen: (body: ExtraViews) => request<unknown>({ method: 'POST', path: '/api/me/extra-views', body }),
    show: (id: string, body: ExtraInterestRequest) => request<ExtraInterestChange>({ method: 'POST', path: extra(id, '/interest'), body }),
    withdraw: (id: string) => request<ExtraInterestChange>({ method: 'POST', path: extra(id, '/interest-withdrawal') }),
  };
}
export type ExtrasApi = ReturnType<typeof createExtrasApi>;
