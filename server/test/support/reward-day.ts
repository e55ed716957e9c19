import type { Person, TestApp } from './app';
import { aReferral, gift, givePoints, payout, projectOf, rewardBy, stateRealName, step } from './rewards';

/** Everything that referrers, managers, finance and the desk ask of rewards in one day. */
export async function aDayOfRewards(world: TestApp): Promise<void> {
  const keys = ['owner', 'clerk', 'supervisor', 'manager', 'finance', 'admin'];
  const [owner, clerk, supervisor, manager, finance, admin] = (await Promise.all(keys.map((key) => world.as(key)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const projectId = await projectOf(world);
  const referral = aReferral(projectId, owner.me.customerId as string);
  const lost = aReferral(projectId, owner.me.customerId as string);
  for (const each of [referral, lost]) {
    for (const to of ['agreed', 'visited'] as const) await step(world, each, to);
    await step(world, each, 'signed', { dealAmount: 328_000_000 });
  }
  await step(world, referral, 'settled');
  await step(world, lost, 'ended', { why: 'deal-cancelled' });
  await stateRealName(owner);
  await owner.get('/api/me/real-name');
  const { id } = await rewardBy(world, referral, 'signed');
  await manager.post(`/api/staff/rewards/${id}/approval`);
  await finance.post(`/api/staff/rewards/${id}/payout`, payout(world));
  for (const person of [supervisor, manager, finance, admin]) {
    for (const query of ['', 'status=due', 'status=paid', `projectId=${projectId}`, `projectId=${projectId}&status=held`]) {
      const { nextCursor } = (await person.get(`/api/staff/rewards?limit=20&${query}`)).body;
      if (nextCursor) await person.get(`/api/staff/rewards?limit=20&${query}&cursor=${nextCursor}`);
    }
    await person.get(`/api/staff/rewards/${id}`);
  }
  await finance.get(`/api/staff/rewards/export?projectId=${projectId}&status=due`);
  await givePoints(world, projectId, owner.me.customerId as string, 2);
  const { id: itemId } = await gift(world, '云溪府定制保温壶');
  const [first, second] = [
    (await owner.post('/api/me/redemptions', { itemId })).body,
    (await owner.post('/api/me/redemptions', { itemId })).body,
  ];
  for (const person of [clerk, manager, admin]) {
    for (const query of ['', 'status=ordered', `code=${first.pickUpCode}`, `projectId=${projectId}&status=returned`]) {
      const { nextCursor } = (await person.get(`/api/staff/redemptions?limit=20&${query}`)).body;
      if (nextCursor) await person.get(`/api/staff/redemptions?limit=20&${query}&cursor=${nextCursor}`);
    }
  }
  await clerk.post(`/api/staff/redemptions/${first.id}/hand-over`);
  await clerk.post(`/api/staff/redemptions/${second.id}/return`);
  for (const route of [
    '/api/me/rewards',
    '/api/me/redemptions',
    '/api/reward-catalogue',
    `/api/projects/${projectId}/referral-offer`,
    '/api/me/referrals',
  ])
    await owner.get(route);
}
