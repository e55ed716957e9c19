import type { LeadReceipt, LeadSubmission, PolicyInForce, ReferralReceipt, WalkInReceipt } from '@guihu/shared';
import type { Api } from './api';

export interface Friend {
  /** Of the cast: who says yes. */
  key: string;
  name: string;
  phone: string;
}

async function consentOf(api: Api): Promise<LeadSubmission['consent']> {
  const { version, purposes } = await api.call<PolicyInForce>('GET', '/api/policy');
  return { policyVersion: version, purposes: purposes.filter(({ required }) => required).map(({ key }) => key) };
}

/** Somebody whose number WeChat has vouched for. */
export async function aFriend(api: Api, name: string, phone: string): Promise<Friend> {
  const key = `friend-${phone}`;
  await api.call('POST', '/wechat/__sim/personas', { key, name, phone: `+86${phone}` });
  const { code } = await api.call<{ code: string }>('POST', `/wechat/__sim/personas/${key}/phone-code`);
  await api.call('POST', '/api/me/phone', { code }, key);
  return { key, name, phone };
}

/** The friend leaves their details by themselves, as through the form of the project. */
export async function comesByThemselves(api: Api, friend: Friend, channelCode = 'online.douyin'): Promise<LeadReceipt> {
  const [project, consent] = await Promise.all([api.project(), consentOf(api)]);
  const details = { projectId: project.id, name: friend.name, phone: friend.phone, intent: {}, channelCode, consent };
  const receipt = await api.call<LeadReceipt>('POST', '/api/leads', details, friend.key);
  await api.travel('PT1M');
  return receipt;
}

/** Registered by name and number; whatever follows from it is done. */
export async function registers(api: Api, friend: Pick<Friend, 'name' | 'phone'>, referrer = 'owner'): Promise<ReferralReceipt> {
  const { id: projectId } = await api.project();
  const receipt = await api.call<ReferralReceipt>(
    'POST',
    '/api/referrals',
    { projectId, name: friend.name, phone: friend.phone },
    referrer,
  );
  await api.travel('PT1M');
  return receipt;
}

/** The friend's own yes. */
export async function saysYes(api: Api, friend: Friend, { askPath }: ReferralReceipt): Promise<void> {
  const code = askPath.split('code=')[1] as string;
  await api.call('POST', `/api/me/referral-asks/${code}/answer`, { agree: true, consent: await consentOf(api) }, friend.key);
  await api.travel('PT1M');
}

/** The friend stands in the sales office; the desk writes it down. */
export async function visits(api: Api, friend: Friend): Promise<void> {
  const { id: projectId } = await api.project();
  await api.call<WalkInReceipt>('POST', '/api/staff/walk-ins', { projectId, name: friend.name, phone: friend.phone }, 'clerk');
  await api.travel('PT1M');
}

/** A friend who was registered, said yes and has come. */
export async function aVisitingFriend(api: Api, name: string, phone: string): Promise<{ friend: Friend; referralId: string }> {
  const friend = await aFriend(api, name, phone);
  const receipt = await registers(api, friend);
  await saysYes(api, friend, receipt);
  await visits(api, friend);
  return { friend, referralId: receipt.id };
}

/** What a colleague sets by hand: `subscribed`, `signed`, `settled`. */
export async function steps(api: Api, referralId: string, stage: string, more: object = {}): Promise<void> {
  await api.call('POST', `/api/staff/referrals/${referralId}/stage`, { stage, ...more }, 'manager');
  await api.travel('PT0S');
}

/** A referral that lost to the channel by which the friend had come, with the referrer's appeal; its id. */
export async function anAppeal(api: Api, name: string, phone: string, reason: string): Promise<string> {
  const friend = await aFriend(api, name, phone);
  await comesByThemselves(api, friend);
  await api.travel('PT2H');
  const receipt = await registers(api, friend);
  await saysYes(api, friend, receipt);
  await api.call('POST', `/api/me/referrals/${receipt.id}/appeal`, { reason, uploadIds: [] }, 'owner');
  await api.travel('PT0S');
  return receipt.id;
}

/** The referrer says who they are, so that money can be paid to them. */
export async function statesRealName(api: Api, persona = 'owner'): Promise<void> {
  const { version } = await api.call<PolicyInForce>('GET', '/api/policy');
  const consent = { policyVersion: version, purposes: ['real-name'] };
  await api.call('POST', '/api/me/real-name', { name: '陈玉兰', number: '11010519491231002X', consent }, persona);
  await api.travel('PT0S');
}

/** Exchanges points for a gift that is then fetched at the desk. */
export async function redeems(api: Api, title: string, persona = 'owner'): Promise<void> {
  const { items } = await api.call<{ items: { id: string; title: string }[] }>('GET', '/api/reward-catalogue', undefined, persona);
  const gift = items.find((item) => item.title === title);
  await api.call('POST', '/api/me/redemptions', { itemId: gift?.id }, persona);
}
