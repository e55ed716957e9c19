import { newId } from '../../src/platform/database/columns';
import { insertRows } from '../../src/platform/database/database';
import type { TestApp } from './app';
import { neighbourOfCrowd } from './neighbour-crowd';
import { type OrderGround, orderOfCrowd } from './order-crowd';
import { referralOfCrowd } from './referral-crowd';
import { rewardOfCrowd } from './reward-crowd';
import { visitOfCrowd } from './visit-crowd';

const LOT = 500;
const DAY = 86_400_000;

type Row = Record<string, unknown>;

/** What a lead in this place of the row is: most are over, some are served, a few are under way. */
const statusOf = (i: number): string => {
  const place = i % 100;
  if (place < 80) return 'closed';
  if (place < 93) return 'accepted';
  if (place < 97) return 'pooled';
  return ['escalated', 'received', 'offered'][place - 97] as string;
};

/** A project some years on: `many` leads with all that gathers around them, so that a plan for a small table cannot pass. */
export async function aCrowd(world: TestApp, many: number): Promise<void> {
  const projects = (await world.database.rows<{ id: string }>('SELECT id FROM projects ORDER BY id')).map((p) => p.id);
  const staff = (await world.database.rows<{ id: string }>('SELECT id FROM staff ORDER BY id')).map((s) => s.id);
  const accounts = (await world.database.rows<{ id: string }>('SELECT id FROM accounts ORDER BY id')).map((a) => a.id);
  const units = await world.database.rows<OrderGround['units'][number]>('SELECT id, project_id, building_id FROM units ORDER BY id');
  const ground = await orderGround(world, units);
  const [gift] = await world.database.rows<{ id: string }>('SELECT id FROM catalogue_items LIMIT 1');
  const extras = (await world.database.rows<{ id: string }>('SELECT id FROM extras ORDER BY id')).map((extra) => extra.id);
  const now = world.now();
  // So many leads fill everybody's hands; what is asked here is how they are read, not who gets one more.
  await world.database.rows('UPDATE staff SET capacity = 1000000, daily_quota = 1000000');
  for (let from = 0; from < many; from += LOT) {
    const tables = new Map<string, Row[]>();
    const put = (table: string, ...rows: Row[]) => tables.set(table, [...(tables.get(table) ?? []), ...rows]);
    for (let i = from; i < from + LOT; i++) {
      around(put, i, {
        now,
        at: now - DAY * (1 + ((many - i) % 900)),
        projectId: projects[i % projects.length] as string,
        staffId: staff[i % staff.length] as string,
        accountId: accounts[i % accounts.length] as string,
        itemId: gift?.id as string,
        unitId: (units[i % units.length] as { id: string }).id,
        extraId: extras[i % extras.length] as string,
      });
      livedHere(put, i, units[i % units.length] as { id: string; project_id: string }, now - DAY * (1 + ((many - i) % 900)));
      orderOfCrowd(put, i, ground, now - DAY * (1 + ((many - i) % 900)), now);
    }
    await world.database.transaction(async (tx) => {
      for (const [table, rows] of tables) await insertRows(tx, table, rows);
    });
  }
  if (world.database.dialect === 'mysql') {
    for (const { tableName } of world.database.dataSource.entityMetadatas) await world.database.rows(`ANALYZE TABLE ${tableName}`);
  }
}

async function orderGround(world: TestApp, units: OrderGround['units']): Promise<OrderGround> {
  const ids = async (sql: string) => (await world.database.rows<{ id: string }>(sql)).map((row) => row.id);
  return {
    units,
    engineers: await ids(`SELECT id FROM staff WHERE roles LIKE '%"engineer"%' ORDER BY id`),
    categories: await ids(`SELECT id FROM work_order_categories WHERE kind = 'repair' ORDER BY id`),
    customerIds: await ids('SELECT id FROM customers ORDER BY id'),
  };
}

/** Somebody who lived in a home once, came by an invitation, and was claimed for by their account. */
function livedHere(put: (table: string, ...rows: Row[]) => void, i: number, unit: { id: string; project_id: string }, at: number): void {
  const residentId = newId();
  put('residents', {
    id: residentId,
    unit_id: unit.id,
    project_id: unit.project_id,
    role: 'tenant',
    may: ['report'],
    name: `住户${i}`,
    phone_sealed: 'k.x',
    phone_index: `crowd-${i}`,
    customer_id: null,
    source: 'invitation',
    created_at: at,
    ended_at: at + DAY,
    active_key: null,
  });
  put('home_invitations', {
    id: newId(),
    unit_id: unit.id,
    role: 'tenant',
    may: ['report'],
    code_hash: `crowd-${i}`,
    invited_by_id: residentId,
    created_at: at,
    expires_at: at + DAY,
    used_at: at,
  });
}

interface Around {
  now: number;
  at: number;
  projectId: string;
  staffId: string;
  accountId: string;
  itemId: string;
  unitId: string;
  extraId: string;
}

function around(put: (table: string, ...rows: Row[]) => void, i: number, ground: Around): void {
  const { now, at, projectId, staffId, accountId, itemId, unitId, extraId } = ground;
  const [leadId, customerId, accountOfTheirs] = [newId(), newId(), newId()];
  const status = statusOf(i);
  const open = status !== 'closed';
  const owner = ['accepted', 'offered', 'escalated', 'closed'].includes(status) ? staffId : null;
  const offerId = newId();
  put('customers', {
    id: customerId,
    name: `${'赵钱孙李周吴郑王冯陈'[i % 10]}${i}`,
    gender: 'unknown',
    phone_sealed: 'k.x',
    phone_index: `crowd-${i}`,
    created_at: at,
    updated_at: at,
  });
  put('accounts', {
    id: accountOfTheirs,
    mp_openid: `crowd-${i}`,
    unionid: `crowd-${i}`,
    customer_id: customerId,
    created_at: at,
    last_seen_at: at,
  });
  put('sessions', {
    id: newId(),
    account_id: i % 2 ? accountOfTheirs : accountId,
    created_at: at,
    expires_at: Date.now() + DAY,
    revoked_at: null,
  });
  put(
    'consents',
    ...['service', 'marketing'].map((purpose) => ({
      id: newId(),
      customer_id: customerId,
      purpose,
      policy_version: '2026-11',
      basis: 'mini-program',
      given_at: at,
      withdrawn_at: null,
    })),
  );
  put('leads', {
    id: leadId,
    receipt_no: `C${i}`,
    project_id: projectId,
    customer_id: customerId,
    open_key: open ? `${projectId}:${customerId}` : null,
    status,
    level: 'potential',
    owner_id: owner,
    offer_id: status === 'offered' ? offerId : null,
    offer_round: 1,
    accept_by: status === 'offered' ? now + DAY : null,
    channel_code: 'crowd',
    channel_root: 'online',
    created_at: at,
    updated_at: at,
    accepted_at: status === 'accepted' ? at : null,
    last_contact_at: status === 'accepted' ? now - DAY : null,
    next_follow_up_at: status === 'accepted' ? now + DAY * (i % 20) : null,
    closed_at: open ? null : at,
  });
  put('lead_touches', {
    id: newId(),
    lead_id: leadId,
    channel_code: 'crowd',
    channel_root: 'online',
    is_first: true,
    at,
    account_id: accountOfTheirs,
  });
  put(
    'lead_events',
    ...['received', 'offered', 'accepted'].map((type) => ({ id: newId(), lead_id: leadId, at, type, actor_id: null, data: null })),
  );
  put('routing_decisions', { id: newId(), lead_id: leadId, decided_at: at, decision: {} });
  put('lead_offers', {
    id: offerId,
    lead_id: leadId,
    staff_id: staffId,
    round: 1,
    offered_at: at,
    clock_starts_at: at,
    due_at: at,
    contact_by: at,
    outcome: status === 'offered' ? 'waiting' : 'accepted',
  });
  put('follow_ups', {
    id: newId(),
    lead_id: leadId,
    staff_id: staffId,
    occurred_at: at,
    method: 'phone',
    content: '电话',
    feedback: '考虑',
    next_plan: '再约',
    next_at: at,
    connected: true,
    created_at: at,
  });
  const taskId = newId();
  put('sop_tasks', {
    id: taskId,
    run_key: `crowd-${i}`,
    lead_id: leadId,
    owner_id: staffId,
    plan_key: 'first-contact',
    plan_version: 1,
    step_key: 'call',
    title: '电话',
    hint: '',
    status: i % 50 === 0 ? 'open' : 'done',
    started_at: at,
    due_at: at,
    step: {},
  });
  put('sop_reminders', { id: newId(), task_id: taskId, staff_id: staffId, kind: 'due', at, sent_at: at });
  put('messages', {
    id: newId(),
    staff_id: staffId,
    customer_id: i % 3 ? customerId : null,
    intent: 'lead-offered',
    title: '新线索',
    lines: [],
    subject: `lead:${leadId}`,
    created_at: at,
    channel: 'template',
    state: 'received',
    wechat_msg_id: `${i}`,
    read_at: i % 40 ? at : null,
  });
  const job = (kind: string, jobStatus: string, runAt: number, finishedAt: number | null, extra: Row = {}) => ({
    id: newId(),
    kind,
    status: jobStatus,
    payload: {},
    run_at: runAt,
    active_key: null,
    subject: `lead:${leadId}`,
    attempts: 1,
    max_attempts: 8,
    created_at: at,
    finished_at: finishedAt,
    ...extra,
  });
  put('jobs', job('lead.received>sop', 'done', at, now - DAY), job('message.deliver', i % 1_000 ? 'done' : 'dead', at, now - DAY));
  if (status === 'received') put('jobs', job('lead.route', 'pending', now + 30 * DAY, null));
  if (status === 'offered') put('jobs', job('lead.offer-expiry', 'pending', now + 30 * DAY, null));
  put('uploads', {
    id: newId(),
    account_id: accountId,
    client_key: `crowd-${i}`,
    kind: 'image',
    subject: i % 500 ? `work-order:crowd-${i >> 2}` : null,
    purpose: 'report',
    position: i % 4,
    storage_key: `uploads/crowd/${i}.jpg`,
    thumb_key: null,
    mime: 'image/jpeg',
    bytes: 1,
    sha256: 'x',
    created_at: at,
    attached_at: i % 500 ? at : null,
  });
  put('idempotency_keys', { scope: `crowd-${i}`, request_hash: 'x', status: 201, answer: '{}', created_at: now - DAY });
  put('audit_entries', { id: newId(), at, actor_id: staffId, action: 'lead.phone-revealed', subject: `lead:${leadId}`, details: null });
  rewardOfCrowd(put, i, { customerId, projectId, staffId, itemId, at });
  neighbourOfCrowd(put, i, { customerId, projectId, unitId, extraId, at });
  referralOfCrowd(put, i, { customerId, accountId: accountOfTheirs, projectId, staffId, leadId, at });
  visitOfCrowd(put, i, { projectId, staffId, customerId, leadId, at });
}
