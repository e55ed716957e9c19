import { newId } from '../../src/platform/database/columns';

type Row = Record<string, unknown>;

interface Around {
  customerId: string;
  accountId: string;
  projectId: string;
  staffId: string;
  leadId: string;
  at: number;
}

/** Somebody of the crowd who was recommended once: judged, sometimes appealed against, sometimes flagged. */
export function referralOfCrowd(
  put: (table: string, ...rows: Row[]) => void,
  i: number,
  { customerId, accountId, projectId, staffId, leadId, at }: Around,
): void {
  const [referralId, verdictId] = [newId(), newId()];
  put('referrals', {
    id: referralId,
    project_id: projectId,
    referrer_id: customerId,
    friend_id: customerId,
    friend_sealed: 'k.x',
    phone_sealed: 'k.x',
    phone_index: `crowd-${i}`,
    way: 'registered',
    status: ['ended', 'settled', 'visited', 'agreed'][i % 4],
    end_reason: i % 4 === 0 ? 'expired' : null,
    ask_hash: `crowd-${i}`,
    account_id: accountId,
    lead_id: leadId,
    registered_at: at,
    agreed_at: at,
    standing: 'won',
    updated_at: at,
  });
  for (const type of ['registered', 'agreed', 'judged'])
    put('referral_events', { id: newId(), referral_id: referralId, at, type, data: null });
  put('verdicts', {
    id: verdictId,
    project_id: projectId,
    customer_id: customerId,
    judged_at: at,
    rules_version: 1,
    occasion: 'agreed',
    facts: { asOf: at, claims: [], contacts: [], dealAt: null, decided: null },
    decision: { claims: [], winner: null, sentences: [], conclusion: '结论' },
    conclusion: '结论',
  });
  const open = i % 500 === 0;
  put('appeals', {
    id: newId(),
    project_id: projectId,
    customer_id: customerId,
    referral_id: referralId,
    verdict_id: verdictId,
    status: open ? 'open' : 'upheld',
    reason: '我先介绍的',
    account_id: accountId,
    by_customer_id: customerId,
    created_at: at,
    open_key: open ? `referral:${referralId}` : null,
  });
  put('fraud_flags', {
    id: newId(),
    project_id: projectId,
    referral_id: referralId,
    sign: 'one-device',
    evidence: [],
    at,
    status: open ? 'open' : 'cleared',
    flag_key: `${referralId}:one-device`,
  });
  put('declared_relatives', {
    id: newId(),
    staff_id: staffId,
    name: '亲属',
    phone_sealed: 'k.x',
    phone_index: `crowd-${i}`,
    relation: '亲属',
    declared_at: at,
    removed_at: at,
    active_key: null,
  });
}
