import type {
  ContractorView,
  DispatchRule,
  DispatchRuleSet,
  DispatchSimulationView,
  Page,
  RevisitRecord,
  RevisitStatus,
  RevisitView,
  RotaTurn,
  RotaTurnRequest,
  RotaView,
  ServicePolicy,
  SlaReplayRequest,
  SlaReplayView,
  WorkOrderBoard,
  WorkOrderReportView,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface DispatchRulesDraft {
  projectId: string;
  /** The version the draft was made from. */
  basedOn: number;
  rules: DispatchRule[];
  settings: ServicePolicy;
}

/** ISO 8601. */
interface Span {
  projectId: string;
  from: string;
  to: string;
}

/** What a supervisor watches, plans and rules. */
export function createServiceDeskApi(request: ApiRequest) {
  return {
    board: (projectId: string) => request<WorkOrderBoard>({ method: 'GET', path: '/api/staff/work-order-board', query: { projectId } }),
    contractors: (projectId: string) =>
      request<{ items: ContractorView[] }>({ method: 'GET', path: '/api/staff/contractors', query: { projectId } }),
    /** Newest version first; the first is in force. */
    rules: (projectId: string) =>
      request<Page<DispatchRuleSet>>({ method: 'GET', path: '/api/staff/dispatch-rules', query: { projectId } }),
    publishRules: (draft: DispatchRulesDraft) =>
      request<DispatchRuleSet>({ method: 'POST', path: '/api/staff/dispatch-rules', body: draft }),
    /** What the draft would have made of the orders of the last thirty days. Changes nothing. */
    simulate: (projectId: string, rules: DispatchRule[]) =>
      request<DispatchSimulationView>({ method: 'POST', path: '/api/staff/dispatch-rules/simulation', body: { projectId, rules } }),
    /** What other numbers would have made of past orders. Changes nothing. */
    replaySla: (body: SlaReplayRequest) => request<SlaReplayView>({ method: 'POST', path: '/api/staff/sla-replays', body }),
    rota: (span: Span) => request<RotaView>({ method: 'GET', path: '/api/staff/rota', query: { ...span } }),
    addTurn: (turn: RotaTurnRequest) => request<RotaTurn>({ method: 'POST', path: '/api/staff/rota', body: turn }),
    removeTurn: (id: string) => request<unknown>({ method: 'POST', path: `/api/staff/rota/${segment(id)}/removal` }),
    revisits: (status: RevisitStatus, query: ListQuery = {}) =>
      request<Page<RevisitView>>({ method: 'GET', path: '/api/staff/revisits', query: { status, ...query } }),
    recordRevisit: (id: string, body: RevisitRecord) =>
      request<unknown>({ method: 'POST', path: `/api/staff/revisits/${segment(id)}/record`, body }),
    report: (span: Span) => request<WorkOrderReportView>({ method: 'GET', path: '/api/staff/work-order-report', query: { ...span } }),
  };
}
export type ServiceDeskApi = ReturnType<typeof createServiceDeskApi>;
