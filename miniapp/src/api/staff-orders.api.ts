import type {
  ArrivalRequest,
  CompletionRequest,
  ContractRequest,
  DeliveryView,
  GradeRequest,
  OrderTransferRequest,
  Page,
  PauseRequest,
  PhoneReveal,
  ReasonRequest,
  ResponseRequest,
  StaffWorkOrderDetail,
  StaffWorkOrderSummary,
  WorkOrderChange,
  WorkOrderDispatchView,
  WorkOrderStatus,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export type StaffOrderView = 'mine' | 'claimable' | 'late' | 'team' | 'done';

export interface StaffOrderQuery extends ListQuery {
  view?: StaffOrderView;
  status?: WorkOrderStatus;
  projectId?: string;
  /** Part of a number, a home, or words of the report. */
  q?: string;
}

/** Verbs that may be done without a network; their content by verb. */
export interface FieldWork {
  arrive: ArrivalRequest;
  respond: ResponseRequest;
  pause: PauseRequest;
  resume: Record<never, never>;
  finish: CompletionRequest;
}
export type FieldVerb = keyof FieldWork;

const FIELD_PATHS: Readonly<Record<FieldVerb, string>> = {
  arrive: '/arrival',
  respond: '/response',
  pause: '/pause',
  resume: '/resumption',
  finish: '/completion',
};

/** What colleagues do with work orders. */
export function createStaffOrdersApi(request: ApiRequest) {
  const order = (id: string, rest = '') => `/api/staff/work-orders/${segment(id)}${rest}`;
  const change = (path: string, body?: object) => request<WorkOrderChange>({ method: 'POST', path, body });
  return {
    list: (query: StaffOrderQuery = {}) =>
      request<Page<StaffWorkOrderSummary>>({ method: 'GET', path: '/api/staff/work-orders', query: { ...query } }),
    detail: (id: string) => request<StaffWorkOrderDetail>({ method: 'GET', path: order(id) }),
    dispatch: (id: string) => request<WorkOrderDispatchView>({ method: 'GET', path: order(id, '/dispatch') }),
    /** Whether the messages owed about the order reached people. */
    deliveries: (id: string) => request<{ items: DeliveryView[] }>({ method: 'GET', path: order(id, '/messages') }),
    /** The yes of whoever was asked, or of the first who claims it. */
    accept: (id: string) => change(order(id, '/acceptance')),
    transfer: (id: string, body: OrderTransferRequest) => change(order(id, '/transfer'), body),
    giveBack: (id: string, body: ReasonRequest) => change(order(id, '/return'), body),
    contract: (id: string, body: ContractRequest) => change(order(id, '/contracting'), body),
    grade: (id: string, body: GradeRequest) => change(order(id, '/grade'), body),
    cancel: (id: string, body: ReasonRequest) => change(order(id, '/cancellation'), body),
    revealPhone: (id: string) => request<PhoneReveal>({ method: 'POST', path: order(id, '/phone-reveal') }),
    /** One verb of the work in the home; the same key with the same content changes nothing a second time. */
    field: <V extends FieldVerb>(id: string, verb: V, body: FieldWork[V], idempotencyKey: string) =>
      request<WorkOrderChange>({ method: 'POST', path: order(id, FIELD_PATHS[verb]), body, idempotencyKey }),
  };
}
export type StaffOrdersApi = ReturnType<typeof createStaffOrdersApi>;
