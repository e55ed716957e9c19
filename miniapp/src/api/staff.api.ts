import type { ColleagueView, DutyState } from '@guihu/shared';
import type { ApiRequest } from './api-request';

export function createStaffApi(request: ApiRequest) {
  return {
    colleagues: (projectId?: string) =>
      request<{ items: ColleagueView[] }>({ method: 'GET', path: '/api/staff/colleagues', query: { projectId } }),
    duty: () => request<DutyState>({ method: 'GET', path: '/api/staff/duty' }),
    setDuty: (onDuty: boolean) => request<DutyState>({ method: 'PUT', path: '/api/staff/duty', body: { onDuty } }),
  };
}
export type StaffApi = ReturnType<typeof createStaffApi>;
