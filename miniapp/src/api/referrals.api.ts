import type {
  AppealRequest,
  MyReferral,
  MyReferralList,
  ReferralAnswer,
  ReferralAsk,
  ReferralLink,
  ReferralOffer,
  ReferralReceipt,
  ReferralRegistration,
  ReferralRules,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

/** Both sides of a recommendation as customers see it: the one who recommends, and the friend who is asked. */
export function createReferralsApi(request: ApiRequest) {
  const mine = (id: string, rest = '') => `/api/me/referrals/${segment(id)}${rest}`;
  const ask = (code: string, rest = '') => `/api/me/referral-asks/${segment(code)}${rest}`;
  return {
    /** The same person and project give the same link. */
    link: (projectId: string) => request<ReferralLink>({ method: 'POST', path: '/api/referral-links', body: { projectId } }),
    offer: (projectId: string) => request<ReferralOffer>({ method: 'GET', path: `/api/projects/${segment(projectId)}/referral-offer` }),
    rules: (projectId: string) => request<ReferralRules>({ method: 'GET', path: `/api/projects/${segment(projectId)}/referral-rules` }),
    register: (body: ReferralRegistration, idempotencyKey: string) =>
      request<ReferralReceipt>({ method: 'POST', path: '/api/referrals', body, idempotencyKey }),
    mine: (query: ListQuery = {}) => request<MyReferralList>({ method: 'GET', path: '/api/me/referrals', query: { ...query } }),
    one: (id: string) => request<MyReferral>({ method: 'GET', path: mine(id) }),
    appeal: (id: string, body: AppealRequest, idempotencyKey: string) =>
      request<MyReferral>({ method: 'POST', path: mine(id, '/appeal'), body, idempotencyKey }),
    ask: (code: string) => request<ReferralAsk>({ method: 'GET', path: ask(code) }),
    answer: (code: string, body: ReferralAnswer, idempotencyKey: string) =>
      request<ReferralAsk>({ method: 'POST', path: ask(code, '/answer'), body, idempotencyKey }),
  };
}
export type ReferralsApi = ReturnType<typeof createReferralsApi>;
