import type { HomeClaim, HomeInvitationReceipt, HomeInvitationRequest, HomeInvitationView, HomeView } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

/** What somebody does with the homes they live in. */
export function createHomesApi(request: ApiRequest) {
  const home = (unitId: string, rest: string) => `/api/me/homes/${segment(unitId)}${rest}`;
  return {
    /** Binds what is registered under the phone that WeChat vouched for, and answers every home. */
    mine: () => request<{ items: HomeView[] }>({ method: 'GET', path: '/api/me/homes' }),
    claim: (claim: HomeClaim) => request<HomeView>({ method: 'POST', path: '/api/me/homes', body: claim }),
    invite: (unitId: string, body: HomeInvitationRequest) =>
      request<HomeInvitationReceipt>({ method: 'POST', path: home(unitId, '/invitations'), body }),
    removePerson: (unitId: string, id: string) =>
      request<HomeView>({ method: 'POST', path: home(unitId, `/people/${segment(id)}/removal`) }),
    revokeInvitation: (id: string) => request<HomeView>({ method: 'POST', path: `/api/me/homes/invitations/${segment(id)}/revocation` }),
    invitation: (code: string) => request<HomeInvitationView>({ method: 'GET', path: `/api/home-invitations/${segment(code)}` }),
  };
}
export type HomesApi = ReturnType<typeof createHomesApi>;
