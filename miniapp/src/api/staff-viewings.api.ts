import type {
  HostCandidate,
  HouseRescheduling,
  Page,
  Rehosting,
  StaffViewing,
  StaffViewingDetail,
  StaffViewingsView,
  TourTick,
  ViewingFeedback,
  ViewingPlan,
  ViewingPlanDraft,
  ViewingReport,
  ViewingSlotList,
  WalkIn,
  WalkInReceipt,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface StaffViewingQuery extends ListQuery {
  projectId?: string;
  /** Beijing date. */
  day?: string;
  view?: StaffViewingsView;
  leadId?: string;
}

/** What the verbs answer at least; the page reads the visit again. */
interface Changed {
  id: string;
}

/** Beijing dates, `to` included. */
interface Span {
  projectId: string;
  from: string;
  to: string;
}

/** Visits as those who receive them see them. */
export function createStaffViewingsApi(request: ApiRequest) {
  const viewing = (id: string, verb = '') => `/api/staff/viewings/${segment(id)}${verb}`;
  return {
    list: (query: StaffViewingQuery = {}) =>
      request<Page<StaffViewing>>({ method: 'GET', path: '/api/staff/viewings', query: { ...query } }),
    detail: (id: string) => request<StaffViewingDetail>({ method: 'GET', path: viewing(id) }),
    hosts: (id: string) => request<{ items: HostCandidate[] }>({ method: 'GET', path: viewing(id, '/hosts') }),
    checkIn: (id: string) => request<Changed>({ method: 'POST', path: viewing(id, '/check-in') }),
    /** `pass` is what the visitor shows at the door. */
    checkInByPass: (pass: string) => request<Changed>({ method: 'POST', path: '/api/staff/viewing-check-ins', body: { pass } }),
    rehost: (id: string, body: Rehosting) => request<Changed>({ method: 'POST', path: viewing(id, '/rehosting'), body }),
    /** Of its kind, as its visitor may have them; Beijing dates, `to` included. */
    times: (id: string, span: { from: string; to: string }) =>
      request<ViewingSlotList>({ method: 'GET', path: viewing(id, '/times'), query: { ...span } }),
    reschedule: (id: string, body: HouseRescheduling) => request<Changed>({ method: 'POST', path: viewing(id, '/rescheduling'), body }),
    cancel: (id: string, reason: string) => request<Changed>({ method: 'POST', path: viewing(id, '/cancellation'), body: { reason } }),
    tick: (id: string, body: TourTick) => request<Changed>({ method: 'POST', path: viewing(id, '/tour'), body }),
    miss: (id: string) => request<Changed>({ method: 'POST', path: viewing(id, '/no-show') }),
    complete: (id: string, body: ViewingFeedback, idempotencyKey: string) =>
      request<Changed>({ method: 'POST', path: viewing(id, '/completion'), body, idempotencyKey }),
    walkIn: (body: WalkIn, idempotencyKey: string) =>
      request<WalkInReceipt>({ method: 'POST', path: '/api/staff/walk-ins', body, idempotencyKey }),
    plans: (projectId: string) =>
      request<{ items: ViewingPlan[] }>({ method: 'GET', path: '/api/staff/viewing-plans', query: { projectId } }),
    savePlan: (draft: ViewingPlanDraft) => request<ViewingPlan>({ method: 'PUT', path: '/api/staff/viewing-plans', body: draft }),
    report: (span: Span) => request<ViewingReport>({ method: 'GET', path: '/api/staff/viewing-report', query: { ...span } }),
  };
}
export type StaffViewingsApi = ReturnType<typeof createStaffViewingsApi>;
