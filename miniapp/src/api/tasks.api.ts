import type { Page, TaskView } from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export type TaskDue = 'overdue' | 'today' | 'upcoming';

export function createTasksApi(request: ApiRequest) {
  return {
    list: (due: TaskDue, query: ListQuery = {}) =>
      request<Page<TaskView>>({ method: 'GET', path: '/api/staff/tasks', query: { due, ...query } }),
    complete: (id: string) => request<unknown>({ method: 'POST', path: `/api/staff/tasks/${segment(id)}/completion` }),
  };
}
export type TasksApi = ReturnType<typeof createTasksApi>;
