import type { BuildingUnits, HomeClaim, HomeInvitationReceipt, HomeInvitationRequest, HomeInvitationView, HomeView } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** What somebody does with the homes they live in. */
export function createHomesApi(request: ApiRequest) {
  const home = (unitId: string, rest: string) => `/api/me/homes/${segment(unitId)}${rest}`;
  return {
    mine: () => request<{ items: HomeView[] }>({ method: 'GET', path: '/api/me/homes' }),
    claim: (claim: HomeClaim, idempotencyKey: string) =>
      request<HomeView>({ method: 'POST', path: '/api/me/homes', body: claim, idempotencyKey }),
    buildings: (projectId: string) =>
      request<{ items: BuildingUnits[] }>({ method: 'GET', path: `/api/projects/${segment(projectId)}/buildings`, anonymous: true }),
    invite: (unitId: string, body: HomeInvitationRequest, idempotencyKey: string) =>
      request<HomeInvitationReceipt>({ method: 'POST', path: home(unitId, '/invitations'), body, idempotencyKey }),
    invitation: (code: string) => request<HomeInvitationView>({ method: 'GET', path: `/api/home-invitations/${segment(code)}` }),
  };
}
export type HomesApi = ReturnType<typeof createHomesApi>;
