import type {
  ExtraChange,
  ExtraDraft,
  ExtraInterestChange,
  ExtraInterestStatus,
  FollowingVerb,
  NewExtra,
  Page,
  PhoneReveal,
  StaffExtra,
  StaffExtraInterest,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface ExtraInterestQuery extends ListQuery {
  projectId: string;
  status?: ExtraInterestStatus;
}

const ROUTES: Readonly<Record<FollowingVerb, string>> = { contact: 'contact', takeUp: 'take-up', decline: 'refusal' };

/** What a project offers its owners, and whoever asked for it. */
export function createStaffExtrasApi(request: ApiRequest) {
  const interest = (id: string, verb: string) => `/api/staff/extra-interests/${segment(id)}/${verb}`;
  return {
    shelf: (projectId: string) => request<Page<StaffExtra>>({ method: 'GET', path: '/api/staff/extras', query: { projectId } }),
    put: (body: NewExtra, idempotencyKey: string) =>
      request<ExtraChange>({ method: 'POST', path: '/api/staff/extras', body, idempotencyKey }),
    change: (id: string, body: ExtraDraft) => request<ExtraChange>({ method: 'PUT', path: `/api/staff/extras/${segment(id)}`, body }),
    interests: (query: ExtraInterestQuery) =>
      request<Page<StaffExtraInterest>>({ method: 'GET', path: '/api/staff/extra-interests', query: { ...query } }),
    record: (id: string, verb: FollowingVerb, note?: string) =>
      request<ExtraInterestChange>({ method: 'POST', path: interest(id, ROUTES[verb]), body: note ? { note } : {} }),
    revealPhone: (id: string) => request<PhoneReveal>({ method: 'POST', path: interest(id, 'phone-reveal') }),
  };
}
export type StaffExtrasApi = ReturnType<typeof createStaffExtrasApi>;
