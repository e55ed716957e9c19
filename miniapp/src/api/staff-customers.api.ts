import type { CustomerMergePreview, CustomerMergeReceipt, CustomerMergeRequest, MergedPerson } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** What a manager does with two customers who are one person. */
export function createStaffCustomersApi(request: ApiRequest) {
  const merge = (id: string) => `/api/staff/customers/${segment(id)}/merge`;
  return {
    lookUp: (phone: string) => request<MergedPerson>({ method: 'POST', path: '/api/staff/customers/lookup', body: { phone } }),
    foreseeMerge: (id: string, into: string) => request<CustomerMergePreview>({ method: 'GET', path: merge(id), query: { into } }),
    merge: (id: string, body: CustomerMergeRequest, idempotencyKey: string) =>
      request<CustomerMergeReceipt>({ method: 'POST', path: merge(id), body, idempotencyKey }),
  };
}
export type StaffCustomersApi = ReturnType<typeof createStaffCustomersApi>;
