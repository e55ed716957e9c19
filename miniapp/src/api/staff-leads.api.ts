import type {
  ClosureRequest,
  DeclineRequest,
  DeliveryView,
  DuplicateProbeAnswer,
  FollowUpReceipt,
  FollowUpRecord,
  LeadBoard,
  LeadImportView,
  LeadRoutingView,
  LeadStatus,
  Page,
  PhoneReveal,
  StaffLeadDetail,
  StaffLeadEntry,
  StaffLeadReceipt,
  StaffLeadSummary,
  TaskView,
  TransferRequest,
} from '@guihu/shared';
import { type ApiRequest, type ApiUpload, type ListQuery, segment } from './api-request';

export interface StaffLeadQuery extends ListQuery {
  status?: LeadStatus;
  projectId?: string;
  ownerId?: string;
  /** My own open leads, what is due first on top; not paged. */
  view?: 'urgent';
  /** The beginning of a name, a whole phone number, or a receipt number. */
  q?: string;
}

/** What colleagues do with leads. */
export function createStaffLeadsApi(request: ApiRequest, upload: ApiUpload) {
  const lead = (id: string, rest = '') => `/api/staff/leads/${segment(id)}${rest}`;
  return {
    list: (query: StaffLeadQuery = {}) => request<Page<StaffLeadSummary>>({ method: 'GET', path: '/api/staff/leads', query: { ...query } }),
    detail: (id: string) => request<StaffLeadDetail>({ method: 'GET', path: lead(id) }),
    /** Steps of the follow-up plan, and whether the messages owed about the lead reached people. */
    tasks: (id: string) => request<{ items: TaskView[] }>({ method: 'GET', path: lead(id, '/tasks') }),
    deliveries: (id: string) => request<{ items: DeliveryView[] }>({ method: 'GET', path: lead(id, '/messages') }),
    routing: (id: string) => request<LeadRoutingView>({ method: 'GET', path: lead(id, '/routing') }),
    enter: (entry: StaffLeadEntry, idempotencyKey: string) =>
      request<StaffLeadReceipt>({ method: 'POST', path: '/api/staff/leads', body: entry, idempotencyKey }),
    probeDuplicate: (projectId: string, phone: string) =>
      request<DuplicateProbeAnswer>({ method: 'POST', path: '/api/staff/leads/duplicate-probe', body: { projectId, phone } }),
    accept: (id: string) => request<unknown>({ method: 'POST', path: lead(id, '/acceptance') }),
    decline: (id: string, body: DeclineRequest) => request<unknown>({ method: 'POST', path: lead(id, '/decline'), body }),
    transfer: (id: string, body: TransferRequest) => request<unknown>({ method: 'POST', path: lead(id, '/transfer'), body }),
    close: (id: string, body: ClosureRequest) => request<unknown>({ method: 'POST', path: lead(id, '/closure'), body }),
    /** The customer's own number, or another one of theirs. */
    revealPhone: (id: string, numberId?: string) =>
      request<PhoneReveal>({ method: 'POST', path: lead(id, '/phone-reveal'), ...(numberId ? { body: { numberId } } : {}) }),
    recordFollowUp: (id: string, body: FollowUpRecord, idempotencyKey: string) =>
      request<FollowUpReceipt>({ method: 'POST', path: lead(id, '/follow-ups'), body, idempotencyKey }),
    board: (projectId: string) => request<LeadBoard>({ method: 'GET', path: '/api/staff/lead-board', query: { projectId } }),
    importFile: (content: string | Blob, fileName: string, idempotencyKey: string) =>
      upload<{ id: string }>({ path: '/api/staff/lead-imports', content, fileName, idempotencyKey }),
    importState: (id: string) => request<LeadImportView>({ method: 'GET', path: `/api/staff/lead-imports/${segment(id)}` }),
  };
}
export type StaffLeadsApi = ReturnType<typeof createStaffLeadsApi>;
