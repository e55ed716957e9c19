import type { CatalogueItem, MyRealName, MyRewards, RealNameStatement, Redemption } from '@guihu/shared';
import type { ApiRequest } from './api-request';

/** What somebody has earned, and what they can have for it. */
export function createRewardsApi(request: ApiRequest) {
  return {
    mine: () => request<MyRewards>({ method: 'GET', path: '/api/me/rewards' }),
    realName: () => request<MyRealName>({ method: 'GET', path: '/api/me/real-name' }),
    stateRealName: (body: RealNameStatement, idempotencyKey: string) =>
      request<MyRealName>({ method: 'POST', path: '/api/me/real-name', body, idempotencyKey }),
    catalogue: () => request<{ items: CatalogueItem[] }>({ method: 'GET', path: '/api/reward-catalogue' }),
    redemptions: () => request<{ items: Redemption[] }>({ method: 'GET', path: '/api/me/redemptions' }),
    redeem: (itemId: string, idempotencyKey: string) =>
      request<Redemption>({ method: 'POST', path: '/api/me/redemptions', body: { itemId }, idempotencyKey }),
  };
}
export type RewardsApi = ReturnType<typeof createRewardsApi>;
