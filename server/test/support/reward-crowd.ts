import { newId } from '../../src/platform/database/columns';

type Row = Record<string, unknown>;

const STATUSES = ['paid', 'paid', 'paid', 'reversed', 'refused', 'clawed-back', 'held', 'due'];

/** What a referrer of the crowd earned once: a reward with its transfer, points in the purse, a gift that was taken. */
export function rewardOfCrowd(
  put: (table: string, ...rows: Row[]) => void,
  i: number,
  { customerId, projectId, staffId, itemId, at }: { customerId: string; projectId: string; staffId: string; itemId: string; at: number },
): void {
  const [referralId, rewardId, transferId] = [newId(), newId(), newId()];
  const status = STATUSES[i % STATUSES.length] as string;
  put('ledger_people', { person_id: customerId });
  put('rewarded_referrals', {
    referral_id: referralId,
    project_id: projectId,
    referrer_id: customerId,
    rules_version: 1,
    signed_at: at,
    deal_amount: 300_000_000,
    steps: [],
    created_at: at,
  });
  put('rewards', {
    id: rewardId,
    referral_id: referralId,
    project_id: projectId,
    rule_id: 'signed',
    rule_name: '好友签约奖励',
    rules_version: 1,
    person_id: customerId,
    party: 'referrer',
    form: 'cash',
    amount: 300_000,
    status,
    why: '好友签约',
    approved_by_id: staffId,
    last_seq: 1,
    created_at: at,
    updated_at: at,
  });
  put('reward_events', { reward_id: rewardId, seq: 1, at, type: 'earn', text: '好友签约' });
  put('ledger_transfers', { id: transferId, transfer_key: `crowd:${i}`, kind: 'grant', at, text: '到访售楼处', reward_id: rewardId });
  put(
    'ledger_entries',
    { transfer_id: transferId, line: 0, account: 'points-issued', person_id: null, unit: 'points', amount: 200 },
    { transfer_id: transferId, line: 1, account: 'points', person_id: customerId, unit: 'points', amount: -200 },
  );
  put('point_lots', {
    id: newId(),
    person_id: customerId,
    points: 200,
    left_points: 200,
    earned_at: at,
    expires_at: at + 1_000 * 86_400_000,
  });
  put('redemptions', {
    id: newId(),
    person_id: customerId,
    item_id: itemId,
    project_id: projectId,
    title: '保温壶',
    points: 1_200,
    status: i % 20 ? 'handed-over' : 'ordered',
    pick_up_code: String(i).padStart(6, '0'),
    open_code: i % 20 ? null : `crowd:${i}`,
    taken: [],
    created_at: at,
  });
}
