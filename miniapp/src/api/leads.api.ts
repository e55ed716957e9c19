import type { LeadReceipt, LeadSubmission, MyLead, Page, RepurchaseRequest } from '@guihu/shared';
import type { ApiRequest } from './api-request';

/** What a customer does with leads: leave details and follow what became of them. */
export function createLeadsApi(request: ApiRequest) {
  return {
    /** By an owner's bound phone. */
    repurchase: (body: RepurchaseRequest, idempotencyKey: string) =>
      request<LeadReceipt>({ method: 'POST', path: '/api/me/repurchases', body, idempotencyKey }),
    submit: (submission: LeadSubmission, idempotencyKey: string) =>
      request<LeadReceipt>({ method: 'POST', path: '/api/leads', body: submission, idempotencyKey }),
    mine: () => request<Page<MyLead>>({ method: 'GET', path: '/api/me/leads' }),
  };
}
export type LeadsApi = ReturnType<typeof createLeadsApi>;
