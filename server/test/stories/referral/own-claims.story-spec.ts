import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, freshPhone } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, refer, staffView, verdictOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

describe('a manager who recommended somebody', () => {
  let world: TestApp;
  let projectId: string;
  let manager: Person;
  let admin: Person;
  beforeAll(async () => {
    world = await startApp();
    projectId = (await aLead(world, {})).projectId;
    [manager, admin] = await Promise.all([world.as('manager'), world.as('admin')]);
    expect((await manager.post('/api/me/phone', { code: await manager.phoneCode() })).status).toBe(200);
    manager = await world.as('manager');
  });
  afterAll(() => world?.stop());

  const also = async (referrer: Person, friend: Bound): Promise<string> => {
    const receipt = await refer(world, referrer, friend.phone);
    expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT0S');
    return receipt.id;
  };

  it('neither moves, nor judges a flag or an appeal of that friend, be it of their own referral or of a rival’s', async () => {
    const rival = await aVerifiedPerson(world);
    const { id, friend } = await anAgreedReferral(world, manager);
    await world.travel('PT1M');
    const lost = await also(rival, friend);
    await visit(world, friend, projectId);
    await world.travel('PT0S');

    for (const one of [id, lost]) {
      expect((await staffView(manager, one)).allowed).toEqual([]);
      expectProblem(await manager.post(`/api/staff/referrals/${one}/stage`, { stage: 'subscribed' }), 'permission.denied');
    }
    const [flag] = (await verdictOf(admin, id)).flags;
    expect(flag?.sign).toBe('staff-referral');
    const cleared = { outcome: 'cleared', note: '正常推荐' };
    expectProblem(await manager.post(`/api/staff/fraud-flags/${flag?.id}/judgement`, cleared), 'permission.denied');
    expect((await admin.post(`/api/staff/fraud-flags/${flag?.id}/judgement`, cleared)).status).toBe(200);

    expect((await rival.post(`/api/me/referrals/${lost}/appeal`, { reason: '是我先说的', uploadIds: [] })).status).toBe(201);
    const of = async (person: Person) => (await person.get('/api/staff/appeals?status=open')).body.items[0];
    const appeal = await of(manager);
    expect([appeal.mayJudge, (await of(admin)).mayJudge]).toEqual([false, true]);
    const upheld = { outcome: 'upheld', answer: '推荐在先' };
    expectProblem(await manager.post(`/api/staff/appeals/${appeal.id}/judgement`, upheld), 'permission.denied');
    expect((await admin.post(`/api/staff/appeals/${appeal.id}/judgement`, upheld)).status).toBe(200);
  });

  it('decides as before where they have no part', async () => {
    const { id, friend } = await anAgreedReferral(world, await aVerifiedPerson(world, freshPhone()));
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    expect((await manager.post(`/api/staff/referrals/${id}/stage`, { stage: 'subscribed' })).body.status).toBe('subscribed');
  });
});
