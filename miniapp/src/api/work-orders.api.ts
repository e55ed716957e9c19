import type {
  MyWorkOrder,
  Page,
  RatingReceipt,
  RatingRequest,
  ReasonRequest,
  WarrantyPreview,
  WorkOrderCategory,
  WorkOrderChange,
  WorkOrderReceipt,
  WorkOrderReport,
  WorkOrderView,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export type OrderState = 'open' | 'done';

/** What somebody does who lives in a home: report, follow, urge, rate. */
export function createWorkOrdersApi(request: ApiRequest) {
  const order = (id: string, rest = '') => `/api/work-orders/${segment(id)}${rest}`;
  return {
    categories: () => request<{ items: WorkOrderCategory[] }>({ method: 'GET', path: '/api/work-order-categories', anonymous: true }),
    warranty: (unitId: string, category: string) =>
      request<WarrantyPreview>({ method: 'GET', path: '/api/warranty', query: { unitId, category } }),
    report: (body: WorkOrderReport, idempotencyKey: string) =>
      request<WorkOrderReceipt>({ method: 'POST', path: '/api/work-orders', body, idempotencyKey }),
    mine: (status: OrderState, query: ListQuery = {}) =>
      request<Page<MyWorkOrder>>({ method: 'GET', path: '/api/me/work-orders', query: { status, ...query } }),
    detail: (id: string) => request<WorkOrderView>({ method: 'GET', path: order(id) }),
    urge: (id: string) => request<WorkOrderChange>({ method: 'POST', path: order(id, '/urge') }),
    cancel: (id: string, body: ReasonRequest) => request<WorkOrderChange>({ method: 'POST', path: order(id, '/cancellation'), body }),
    reopen: (id: string, body: ReasonRequest) => request<WorkOrderChange>({ method: 'POST', path: order(id, '/reopening'), body }),
    rate: (id: string, body: RatingRequest) => request<RatingReceipt>({ method: 'POST', path: order(id, '/rating'), body }),
  };
}
export type WorkOrdersApi = ReturnType<typeof createWorkOrdersApi>;
