import type { Page, TaskView } from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export type TaskDue = 'overdue' | 'today' | 'upcoming';

export interface TaskQuery extends ListQuery {
  /** `team`: also those of the colleagues one leads. */
  scope?: 'mine' | 'team';
}

export function createTasksApi(request: ApiRequest) {
  return {
    list: (due: TaskDue, query: TaskQuery = {}) =>
      request<Page<TaskView>>({ method: 'GET', path: '/api/staff/tasks', query: { due, ...query } }),
    /** Done by hand; `note` says what was done instead of a follow-up record. */
    complete: (id: string, note: string) =>
      request<unknown>({ method: 'POST', path: `/api/staff/tasks/${segment(id)}/completion`, body: { note } }),
  };
}
export type TasksApi = ReturnType<typeof createTasksApi>;
