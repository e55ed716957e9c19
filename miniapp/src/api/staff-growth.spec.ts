import type { ApiCall } from './api-request';
import { createStaffCodesApi } from './staff-codes.api';
import { createStaffReferralsApi } from './staff-referrals.api';
import { createStaffRewardsApi } from './staff-rewards.api';

const calls: ApiCall[] = [];
const request = async <T>(call: ApiCall): Promise<T> => {
  calls.push(call);
  return 'answer' as T;
};

it('asks for the verdict of what it is about, and judges by the routes of the contract', async () => {
  const referrals = createStaffReferralsApi(request);
  await referrals.verdict({ referralId: 'r/1' });
  await referrals.verdict({ leadId: 'l1' });
  await referrals.step('r1', { stage: 'signed', dealAmount: 328_000_000 });
  await referrals.judgeAppeal('a1', { outcome: 'overturned', answer: '以首次到访为准', winner: 1 });
  await referrals.judgeFlag('f1', { outcome: 'cleared', note: '同一家门店登记' });
  await createStaffCodesApi(request).retire('c1');
  const rewards = createStaffRewardsApi(request);
  await rewards.approve('w1');
  await rewards.refuse('w1', '资料不全');
  await rewards.pay('w1', { reference: 'B1', paidOn: '2026-11-29' });
  await rewards.handOver('x1');
  expect(calls.slice(-10).map((call) => `${call.method} ${call.path}`)).toEqual([
    'GET /api/staff/referrals/r%2F1/verdict',
    'GET /api/staff/leads/l1/verdict',
    'POST /api/staff/referrals/r1/stage',
    'POST /api/staff/appeals/a1/judgement',
    'POST /api/staff/fraud-flags/f1/judgement',
    'POST /api/staff/live-codes/c1/retirement',
    'POST /api/staff/rewards/w1/approval',
    'POST /api/staff/rewards/w1/refusal',
    'POST /api/staff/rewards/w1/payout',
    'POST /api/staff/redemptions/x1/hand-over',
  ]);
});
