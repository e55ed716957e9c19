import type { LiveCodeDraft, LiveCodeKind, Page, StaffLiveCode } from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface LiveCodeQuery extends ListQuery {
  projectId?: string;
  kind?: LiveCodeKind;
}

/** Live codes (A4): who made which, and what came of it. */
export function createStaffCodesApi(request: ApiRequest) {
  return {
    list: (query: LiveCodeQuery = {}) =>
      request<Page<StaffLiveCode>>({ method: 'GET', path: '/api/staff/live-codes', query: { ...query } }),
    detail: (id: string) => request<StaffLiveCode>({ method: 'GET', path: `/api/staff/live-codes/${segment(id)}` }),
    make: (draft: LiveCodeDraft, idempotencyKey: string) =>
      request<StaffLiveCode>({ method: 'POST', path: '/api/staff/live-codes', body: draft, idempotencyKey }),
    retire: (id: string) => request<unknown>({ method: 'POST', path: `/api/staff/live-codes/${segment(id)}/retirement` }),
  };
}
export type StaffCodesApi = ReturnType<typeof createStaffCodesApi>;
