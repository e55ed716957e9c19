import { DEFAULT_VERDICT_SETTINGS } from '@guihu/shared';
import type { Person, TestApp } from './app';
import { aVerifiedPerson } from './homes';
import { aLead, freshPhone, submit } from './leads';
import { anAgreedReferral, answerAsk, codeOf, refer, verdictOf, visit } from './referrals';

/** Everything that referrers, friends, agents and managers ask of referrals in one day. */
export async function aDayOfReferrals(world: TestApp): Promise<void> {
  const keys = ['agent-lin', 'supervisor', 'manager', 'finance', 'admin'];
  const [agent, supervisor, manager, finance, admin] = (await Promise.all(keys.map((key) => world.as(key)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const { projectId } = await aLead(world, {});
  const referrer = await aVerifiedPerson(world);
  const { code } = (await referrer.post('/api/referral-links', { projectId })).body;
  const [one, two] = [await anAgreedReferral(world, referrer), await anAgreedReferral(world, referrer)];
  const decliner = await aVerifiedPerson(world, freshPhone());
  const asked = codeOf(await refer(world, referrer, decliner.phone));
  await decliner.get(`/api/me/referral-asks/${asked}`);
  await answerAsk(world, decliner, asked, false);
  const visitor = await aVerifiedPerson(world, freshPhone());
  await submit(world, visitor, await aLead(world, { liveCode: code }));
  await visit(world, one.friend, projectId);
  await world.travel('PT0S');
  const stage = (id: string, body: object) => manager.post(`/api/staff/referrals/${id}/stage`, body);
  for (const body of [{ stage: 'subscribed' }, { stage: 'signed', dealAmount: 100 }, { stage: 'settled' }]) await stage(one.id, body);
  await agent.post('/api/staff/relatives', { name: '林父', phone: freshPhone(), relation: '父亲' });
  await agent.get('/api/staff/relatives');
  await manager.post(`/api/staff/leads/${two.leadId}/appeal`, { reason: '客户是巡展来的', uploadIds: [] });
  const { appeal } = await verdictOf(manager, two.id);
  await admin.post(`/api/staff/appeals/${appeal?.id}/judgement`, { outcome: 'upheld', answer: '推荐在先' });
  await admin.get(`/api/staff/leads/${two.leadId}/verdict`);
  await manager.get(`/api/staff/verdict-rules?projectId=${projectId}`);
  await manager.post('/api/staff/verdict-rules/simulation', { projectId, settings: DEFAULT_VERDICT_SETTINGS, days: 30 });
  for (const person of [agent, supervisor, manager, finance, admin]) {
    for (const query of ['', 'status=visited', 'view=flagged', 'view=appealed', `projectId=${projectId}&status=agreed`]) {
      const { nextCursor } = (await person.get(`/api/staff/referrals?limit=20&${query}`)).body;
      if (nextCursor) await person.get(`/api/staff/referrals?limit=20&${query}&cursor=${nextCursor}`);
    }
    await person.get(`/api/staff/referrals/${one.id}`);
    for (const query of ['', 'status=open', `projectId=${projectId}&status=upheld`])
      await person.get(`/api/staff/appeals?limit=20&${query}`);
  }
  await referrer.get('/api/me/referrals?limit=2');
  await referrer.get(`/api/me/referrals/${one.id}`);
  await two.friend.post('/api/me/consents/withdrawal', { purposes: ['service'] });
  await world.travel('PT0S');
}
