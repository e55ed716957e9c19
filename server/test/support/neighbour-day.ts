import type { Person, TestApp } from './app';
import { homesOf } from './homes';
import { projectOf } from './rewards';

/** Everything that owners, and those who care for them, ask of stories and extras in one day. */
export async function aDayOfNeighbours(world: TestApp): Promise<void> {
  const [owner, relations, agent] = (await Promise.all(['owner', 'relations', 'agent-lin'].map((key) => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  const projectId = await projectOf(world);
  const unitId = (await homesOf(owner))[0]?.unitId as string;
  const paged = async (ask: (query: string) => Promise<{ body: { nextCursor: string | null } }>) => {
    const { nextCursor } = (await ask('limit=5')).body;
    if (nextCursor) await ask(`limit=5&cursor=${nextCursor}`);
  };
  const story = { unitId, title: '搬进来的第一个冬天', words: '楼下的蜡梅开了，孩子们在中央花园堆雪人。', agreed: true };
  const { id } = (await owner.post('/api/me/stories', story)).body;
  await relations.post(`/api/staff/stories/${id}/publication`);
  await world.travel('PT0S');
  for (const status of ['submitted', 'published', 'returned'])
    await paged((query) => relations.get(`/api/staff/stories?projectId=${projectId}&status=${status}&${query}`));
  await paged((query) => world.http('GET', `/api/projects/${projectId}/stories?${query}`));
  await paged((query) => owner.get(`/api/me/stories?${query}`));
  await owner.post(`/api/me/stories/${id}/withdrawal`);

  const [extra] = (await owner.get('/api/me/extras')).body.items;
  await owner.post('/api/me/extra-views', { extraIds: [extra.id] });
  const interest = (await owner.post(`/api/me/extras/${extra.id}/interest`, { agreed: true })).body;
  await relations.get(`/api/staff/extras?projectId=${projectId}`);
  for (const person of [relations, agent])
    for (const filter of ['', 'status=interested&', `extraId=${extra.id}&`])
      await paged((query) => person.get(`/api/staff/extra-interests?projectId=${projectId}&${filter}${query}`));
  await relations.post(`/api/staff/extra-interests/${interest.id}/phone-reveal`);
  await relations.post(`/api/staff/extra-interests/${interest.id}/contact`, { note: '周末来看' });
  await owner.post(`/api/me/extras/${extra.id}/interest-withdrawal`);
  const consent = { policyVersion: (await world.http('GET', '/api/policy')).body.version, purposes: ['service'] };
  await owner.post('/api/me/repurchases', { projectId, wish: 'again', consent });
}
