import { setTimeout as pause } from 'node:timers/promises';
import { personaIdentity } from '../../../src/integrations/wechat/simulator/identity';
import { newId } from '../../../src/platform/database/columns';
import { Notifier, type NotifyRequest } from '../../../src/platform/notifier/notifier';
import type { TestApp } from '../../support/app';

export const TEMPLATE_SEND = '/cgi-bin/message/template/send';
export const SUBSCRIBE_SEND = '/cgi-bin/message/subscribe/send';

export interface MessageRow {
  id: string;
  channel: string;
  state: string;
  wechat_msg_id: string | null;
  reason: string | null;
  received_at: number | string | null;
}

let turn = 0;

/** An offer to a colleague; every one reads differently, because WeChat refuses equal messages within a minute. */
export function offerTo(staffId: string, over: Partial<NotifyRequest> = {}): NotifyRequest {
  turn += 1;
  return {
    recipient: { staffId },
    intent: 'lead-offered',
    facts: {
      customer: `客户${turn}`,
      project: '归云里',
      source: '小程序留资',
      acceptBy: Date.parse('2026-11-23T02:15:00Z'),
      hint: '请在截止前接单并联系客户',
    },
    page: 'subpackages/sales/pages/lead/index?id=1',
    subject: `test:${newId()}`,
    ...over,
  };
}

export function assignmentFor(customerId: string, over: Partial<NotifyRequest> = {}): NotifyRequest {
  turn += 1;
  return {
    recipient: { customerId },
    intent: 'agent-assigned',
    facts: { agent: `林晓${turn}`, project: '归云里', contactBy: Date.parse('2026-11-23T02:30:00Z'), hint: '请留意来电，感谢您的信任' },
    page: 'subpackages/customer/pages/my-leads/index',
    subject: `test:${newId()}`,
    ...over,
  };
}

export async function owe(t: TestApp, ...requests: NotifyRequest[]): Promise<void> {
  await t.database.transaction((tx) => t.app.get(Notifier).notify(tx, ...requests));
}

/** Runs what is due, and what WeChat calls back about it, until nothing moves any more. */
export async function settle(t: TestApp, advance = 'PT0S'): Promise<void> {
  await t.travel(advance);
  for (let quiet = 0; quiet < 2; ) {
    await heard(t);
    quiet = (await t.travel('PT0S')).jobsRun === 0 ? quiet + 1 : 0;
  }
}

/** Waits until WeChat has called back everything it has to say. */
export async function heard(t: TestApp): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await pause(10);
    if ((await t.sim('GET', 'deliveries')).body.pending === 0) return;
  }
  throw new Error('WeChat keeps calling back');
}

export async function messageAbout(t: TestApp, { subject }: { subject: string }): Promise<MessageRow> {
  const rows = await t.database.rows<MessageRow>('SELECT * FROM messages WHERE subject = ?', [subject]);
  expect(rows).toHaveLength(1);
  return rows[0] as MessageRow;
}

/** Owes a message, delivers it and answers its row. */
export async function deliver(t: TestApp, request: NotifyRequest): Promise<MessageRow> {
  await owe(t, request);
  await settle(t);
  return messageAbout(t, request);
}

export const fault = (t: TestApp, path: string, wrong: Record<string, unknown>, times = 1) =>
  t.sim('POST', 'faults', { path, ...wrong, times });

/** A customer of ours on a phone of their own: known by a number that WeChat vouched for. */
export async function customer(t: TestApp, key: string): Promise<{ id: string; accountId: string }> {
  const person = await t.stranger(key);
  const { customerId, accountId } = (await person.post('/api/me/phone', { code: await person.phoneCode() })).body;
  return { id: customerId, accountId };
}

export async function creditsOf(t: TestApp, accountId: string, templateKey = 'agent-assigned'): Promise<number> {
  const rows = await t.database.rows<{ remaining: number }>(
    'SELECT remaining FROM subscription_credits WHERE account_id = ? AND template_key = ?',
    [accountId, templateKey],
  );
  return Number(rows[0]?.remaining ?? 0);
}

/** The person says yes in the popup; a second apart, because WeChat tells events of one person apart by the second. */
export async function allow(t: TestApp, key: string, ...templateKeys: string[]): Promise<void> {
  await t.travel('PT1S');
  await t.sim('POST', `personas/${key}/subscriptions`, { templateKeys });
  await heard(t);
}

export async function follows(t: TestApp, key: string): Promise<boolean> {
  const rows = await t.database.rows<{ on: number | boolean }>(
    'SELECT follows_official_account AS `on` FROM accounts WHERE oa_openid = ?',
    [personaIdentity(key).oaOpenid],
  );
  return Boolean(Number(rows[0]?.on ?? 0));
}

export const inboxOf = async (
  t: TestApp,
  key: string,
): Promise<{ channel: string; intent: string; fields: { label: string; value: string }[] }[]> =>
  (await t.sim('GET', `personas/${key}/inbox`)).body.items;
