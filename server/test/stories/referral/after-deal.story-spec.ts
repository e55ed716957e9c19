import { DEFAULT_VERDICT_SETTINGS } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, allAgents, holderOf } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, refer, rowOf, tryRefer, verdictOf, visit } from '../../support/referrals';
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

  it('one friend has one deal, which the database holds: a second signing is refused although nobody looked at the first', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    await yes(friend, await refer(world, two, friend.phone));
    await come(friend);
    const [other] = await world.database.rows<{ id: string }>('SELECT id FROM referrals WHERE referrer_id = ?', [two.me.customerId]);
    const key = `${projectId}:${friend.me.customerId}`;
    await world.database.rows('UPDATE referrals SET deal_key = ? WHERE id = ?', [key, other?.id]);
    expectProblem(await sign(first), 'referral.state-conflict');
    expect((await rowOf(world, first)).status).toBe('visited');
    await world.database.rows('UPDATE referrals SET deal_key = NULL WHERE id = ?', [other?.id]);
    expect((await sign(first)).body.status).toBe('signed');
    await expect(world.database.rows('UPDATE referrals SET deal_key = ? WHERE id = ?', [key, other?.id])).rejects.toThrow(
      /unique|duplicate/i,
    );
    expect((await cancel(first)).body.status).toBe('ended');
    expect((await rowOf(world, first)).deal_key).toBeNull();
  });

  it('that is cancelled, a referral that lives again holds its friend again: they are not registered twice by one person', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    const lost = await refer(world, two, friend.phone);
    await yes(friend, lost);
    await come(friend);
    await sign(first);
    expect((await rowOf(world, lost.id)).active_key).toBeNull();
    await cancel(first);
    await world.travel('PT0S');
    expect((await rowOf(world, lost.id)).status).toBe('visited');
    expectProblem(await tryRefer(world, two, friend.phone), 'referral.already-registered');
  });

  it('that is cancelled, who had not come yet goes on under the protection that was promised; one that is over stays over', async () => {
    const [one, two, three] = [await aVerifiedPerson(world), await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    await come(friend);
    // Both say yes after that visit, and the friend does not come again before the deal.
    await world.travel('PT1H');
    const late = await refer(world, two, friend.phone);
    await yes(friend, late);
    const over = await refer(world, three, friend.phone);
    await yes(friend, over);
    await sign(first);
    expect([(await rowOf(world, late.id)).end_reason, (await rowOf(world, over.id)).end_reason]).toEqual(['lost', 'lost']);
    await world.database.rows('UPDATE referrals SET protected_until = ? WHERE id = ?', [world.now() - 1_000, over.id]);
    const until = Number((await rowOf(world, late.id)).protected_until);
    await cancel(first);
    await world.travel('PT0S');
    expect(await rowOf(world, late.id)).toMatchObject({ status: 'agreed', end_reason: null, ended_at: null });
    expect(await rowOf(world, over.id)).toMatchObject({ status: 'ended', end_reason: 'lost' });
    expect(Number((await rowOf(world, late.id)).protected_until)).toBe(until);
    await world.travel(`PT${Math.ceil((until + 60_000 - world.now()) / 1_000)}S`);
    expect(await rowOf(world, late.id)).toMatchObject({ status: 'ended', end_reason: 'expired' });
  });

  it('a lead that is closed as won is judged at once, as the people were on that day, though nobody asked', async () => {
    const referrer = await aVerifiedPerson(world);
    const { id, friend, leadId } = await anAgreedReferral(world, referrer);
    await come(friend);
    const { agent } = await holderOf(world, await allAgents(world), leadId);
    expect((await agent.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
    await world.database.rows('DELETE FROM verdicts WHERE customer_id = ?', [friend.me.customerId]);
    expect((await agent.post(`/api/staff/leads/${leadId}/closure`, { outcome: 'won', reason: '认购' })).status).toBe(201);
    await world.travel('PT0S');
    const judged = await world.database.rows<{ occasion: string }>('SELECT occasion FROM verdicts WHERE customer_id = ?', [
      friend.me.customerId,
    ]);
    expect(judged).toEqual([{ occasion: 'deal' }]);
    // The friend recommends their referrer a week later: of the deal that takes nothing away.
    await world.travel('P7D');
    await yes(referrer, await refer(world, friend, referrer.phone));
    expect((await verdictOf(manager, id)).winner).toMatchObject({ kind: 'referral', outcome: 'won' });
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
