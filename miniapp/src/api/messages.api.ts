import type { InboxMessage, Page } from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export function createMessagesApi(request: ApiRequest) {
  return {
    list: (query: ListQuery = {}) => request<Page<InboxMessage>>({ method: 'GET', path: '/api/me/messages', query: { ...query } }),
    markRead: (id: string) => request<void>({ method: 'POST', path: `/api/me/messages/${segment(id)}/read` }),
  };
}
export type MessagesApi = ReturnType<typeof createMessagesApi>;
