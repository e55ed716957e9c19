import type { ConsentRecord, PolicyInForce } from '@guihu/shared';
import type { ApiRequest } from './api-request';

export function createConsentsApi(request: ApiRequest) {
  return {
    policy: () => request<PolicyInForce>({ method: 'GET', path: '/api/policy', anonymous: true }),
    mine: () => request<{ items: ConsentRecord[] }>({ method: 'GET', path: '/api/me/consents' }),
    /** Answers with the consents as they are then. */
    withdraw: (purposes: string[]) =>
      request<{ items: ConsentRecord[] }>({ method: 'POST', path: '/api/me/consents/withdrawal', body: { purposes } }),
  };
}
export type ConsentsApi = ReturnType<typeof createConsentsApi>;
