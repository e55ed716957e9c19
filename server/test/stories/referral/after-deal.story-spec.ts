import { DEFAULT_VERDICT_SETTINGS } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, refer, rowOf, verdictOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

describe('after a deal', () => {
  let world: TestApp;
  let projectId: string;
  let manager: Person;
  beforeAll(async () => {
    world = await startApp();
    projectId = (await aLead(world, {})).projectId;
    manager = await world.as('manager');
    const [inForce] = (await manager.get(`/api/staff/verdict-rules?projectId=${projectId}`)).body.items;
    const settings = { ...DEFAULT_VERDICT_SETTINGS, circularReferral: 'refuse' };
    expect((await manager.post('/api/staff/verdict-rules', { projectId, basedOn: inForce.version, settings })).status).toBe(201);
  });
  afterAll(() => world?.stop());

  const sign = (id: string) => manager.post(`/api/staff/referrals/${id}/stage`, { stage: 'signed', dealAmount: 1_000_000 });
  const cancel = (id: string) => manager.post(`/api/staff/referrals/${id}/stage`, { stage: 'deal-cancelled', reason: '客户退房' });
  const yes = async (friend: Bound, receipt: { askPath: string }) => {
    expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT0S');
  };
  const come = async (friend: Bound) => {
    await visit(world, friend, projectId);
    await world.travel('PT0S');
  };

  it('what the two become to each other later takes nothing back, and no second referral of that friend is signed', async () => {
    const referrer = await aVerifiedPerson(world);
    const late = await aVerifiedPerson(world);
    const { id, friend } = await anAgreedReferral(world, referrer);
    await come(friend);
    const asked = await refer(world, late, friend.phone);
    expect((await sign(id)).body).toMatchObject({ status: 'signed' });
    await world.travel('PT1H');
    // The friend recommends their referrer in turn.
    await yes(referrer, await refer(world, friend, referrer.phone));
    expect((await verdictOf(manager, id)).winner?.outcome).toBe('won');
    expect((await rowOf(world, id)).standing).toBe('won');

    await yes(friend, asked);
    await come(friend);
    expect((await rowOf(world, asked.id)).status).toBe('visited');
    expectProblem(await sign(asked.id), 'referral.state-conflict');
    expect([(await rowOf(world, id)).status, (await rowOf(world, asked.id)).status]).toEqual(['signed', 'visited']);
  });

  it('that is cancelled, who lost it lives again and can be signed; who registered anew goes on with the new one', async () => {
    const [one, two, three] = [await aVerifiedPerson(world), await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    await world.travel('PT1M');
    const others = [await refer(world, two, friend.phone), await refer(world, three, friend.phone)] as const;
    for (const receipt of others) await yes(friend, receipt);
    await come(friend);
    expect((await sign(first)).body.status).toBe('signed');
    const anew = await refer(world, two, friend.phone);
    expect((await cancel(first)).body.status).toBe('ended');
    await world.travel('PT0S');
    const stateOf = async (id: string) => {
      const { status, end_reason } = await rowOf(world, id);
      return [status, end_reason];
    };
    expect(await stateOf(others[0].id)).toEqual(['ended', 'lost']);
    expect(await stateOf(others[1].id)).toEqual(['visited', null]);
    await yes(friend, anew);
    await come(friend);
    expect((await rowOf(world, others[1].id)).standing).toBe('won');
    expect((await sign(others[1].id)).body).toMatchObject({ status: 'signed', explained: null });
    expect(await stateOf(anew.id)).toEqual(['ended', 'lost']);
  });

  it('that went to another referral by an appeal, and is cancelled then, no deal is left', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    await world.travel('PT1M');
    const second = await refer(world, two, friend.phone);
    await yes(friend, second);
    await come(friend);
    await sign(first);
    expect((await two.post(`/api/me/referrals/${second.id}/appeal`, { reason: '是我先说的', uploadIds: [] })).status).toBe(201);
    const { appeal } = await verdictOf(manager, second.id);
    const overturned = { outcome: 'overturned', answer: '现场登记表' };
    expect((await manager.post(`/api/staff/appeals/${appeal?.id}/judgement`, overturned)).status).toBe(200);
    expect((await sign(second.id)).body.status).toBe('signed');
    const dealsOf = async () => (await verdictOf(manager, second.id)).facts.filter(({ source }) => source === 'deal').length;
    expect(await dealsOf()).toBe(1);
    expect((await cancel(second.id)).body.status).toBe('ended');
    expect(await dealsOf()).toBe(0);
  });
});
