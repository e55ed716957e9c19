import type {
  MyViewing,
  MyWait,
  Page,
  ViewingBooking,
  ViewingCancellation,
  ViewingKind,
  ViewingPass,
  ViewingRating,
  ViewingReceipt,
  ViewingRescheduling,
  ViewingSlotList,
  WaitRequest,
} from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** Beijing dates, `to` included. */
interface Span {
  from: string;
  to: string;
}

/** What a visitor does: find a time, book it, change it, stand in line, come and say how it was. */
export function createViewingsApi(request: ApiRequest) {
  const viewing = (id: string, rest = '') => `/api/viewings/${segment(id)}${rest}`;
  const wait = (id: string, verb: string) => `/api/viewing-waits/${segment(id)}${verb}`;
  return {
    /** Of every kind that is offered. */
    slots: (projectId: string, span: Span & { kind?: ViewingKind }) =>
      request<ViewingSlotList>({ method: 'GET', path: `/api/projects/${segment(projectId)}/viewing-slots`, query: { ...span } }),
    book: (body: ViewingBooking, idempotencyKey: string) =>
      request<ViewingReceipt>({ method: 'POST', path: '/api/viewings', body, idempotencyKey }),
    /** Soonest first, past ones after. */
    mine: () => request<Page<MyViewing>>({ method: 'GET', path: '/api/me/viewings' }),
    detail: (id: string) => request<MyViewing>({ method: 'GET', path: viewing(id) }),
    /** An iCalendar file. */
    calendarFile: (id: string) => request<string>({ method: 'GET', path: viewing(id, '/calendar.ics'), text: true }),
    reschedule: (id: string, body: ViewingRescheduling, idempotencyKey: string) =>
      request<unknown>({ method: 'POST', path: viewing(id, '/rescheduling'), body, idempotencyKey }),
    cancel: (id: string, body: ViewingCancellation) => request<unknown>({ method: 'POST', path: viewing(id, '/cancellation'), body }),
    rate: (id: string, body: ViewingRating) => request<unknown>({ method: 'POST', path: viewing(id, '/feedback'), body }),
    /** Another one each time: good once and for a few minutes. */
    pass: (id: string) => request<ViewingPass>({ method: 'GET', path: viewing(id, '/pass') }),
    /** By the project's own code at the door. */
    checkIn: (code: string) => request<MyViewing>({ method: 'POST', path: '/api/viewing-check-ins', body: { code } }),
    wait: (body: WaitRequest, idempotencyKey: string) =>
      request<MyWait>({ method: 'POST', path: '/api/viewing-waits', body, idempotencyKey }),
    waits: () => request<Page<MyWait>>({ method: 'GET', path: '/api/me/viewing-waits' }),
    takeSeat: (waitId: string) => request<ViewingReceipt>({ method: 'POST', path: wait(waitId, '/acceptance') }),
    leaveLine: (waitId: string) => request<unknown>({ method: 'POST', path: wait(waitId, '/withdrawal') }),
  };
}
export type ViewingsApi = ReturnType<typeof createViewingsApi>;
