import type {
  Page,
  PayoutRecord,
  RedemptionStatus,
  RewardRules,
  RewardRulesDraft,
  RewardStatus,
  StaffRedemption,
  StaffReward,
  StaffRewardDetail,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface StaffRewardQuery extends ListQuery {
  status?: RewardStatus;
  projectId?: string;
}

export interface RedemptionQuery extends ListQuery {
  projectId?: string;
  status?: RedemptionStatus;
  /** The whole pick-up code, as the customer shows it. */
  code?: string;
}

/** What is owed to referrers, until it is paid; and what points were exchanged for. */
export function createStaffRewardsApi(request: ApiRequest) {
  const reward = (id: string, rest = '') => `/api/staff/rewards/${segment(id)}${rest}`;
  const redemption = (id: string, rest: string) => `/api/staff/redemptions/${segment(id)}${rest}`;
  return {
    list: (query: StaffRewardQuery = {}) => request<Page<StaffReward>>({ method: 'GET', path: '/api/staff/rewards', query: { ...query } }),
    detail: (id: string) => request<StaffRewardDetail>({ method: 'GET', path: reward(id) }),
    approve: (id: string) => request<unknown>({ method: 'POST', path: reward(id, '/approval') }),
    refuse: (id: string, reason: string) => request<unknown>({ method: 'POST', path: reward(id, '/refusal'), body: { reason } }),
    pay: (id: string, body: PayoutRecord) => request<unknown>({ method: 'POST', path: reward(id, '/payout'), body }),
    /** Every reward of the project as a CSV for finance; who took it is on record. */
    exported: (projectId: string, status: RewardStatus) =>
      request<string>({ method: 'GET', path: '/api/staff/rewards/export', query: { projectId, status }, text: true }),
    /** Newest version first; the first is in force. */
    rules: (projectId: string) => request<Page<RewardRules>>({ method: 'GET', path: '/api/staff/reward-rules', query: { projectId } }),
    publishRules: (draft: RewardRulesDraft) => request<RewardRules>({ method: 'POST', path: '/api/staff/reward-rules', body: draft }),
    redemptions: (query: RedemptionQuery = {}) =>
      request<Page<StaffRedemption>>({ method: 'GET', path: '/api/staff/redemptions', query: { ...query } }),
    handOver: (id: string) => request<unknown>({ method: 'POST', path: redemption(id, '/hand-over') }),
    giveBack: (id: string) => request<unknown>({ method: 'POST', path: redemption(id, '/return') }),
  };
}
export type StaffRewardsApi = ReturnType<typeof createStaffRewardsApi>;
