import type { ReferralLink } from '@guihu/shared';
import { CodeArrivalService } from '../../../src/modules/journeys/referral/registration/code-arrival.service';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, freshPhone, submit } from '../../support/leads';
import { answerAsk, type Bound, codeOf, mine, refer, rowOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

describe('recommending by one’s own code', () => {
  let world: TestApp;
  let referrer: Bound;
  let projectIds: string[];
  beforeAll(async () => {
    world = await startApp();
    referrer = await aVerifiedPerson(world);
    projectIds = (await world.http('GET', '/api/projects')).body.items.map(({ id }: { id: string }) => id);
  });
  afterAll(() => world?.stop());

  const linkOf = async (person: Person, projectId = projectIds[0] as string): Promise<ReferralLink> =>
    (await person.post('/api/referral-links', { projectId })).body;
  /** Leaves details by the code, as the form does; background work is done. */
  const leave = async (friend: Bound, liveCode: string, projectId = projectIds[0] as string): Promise<string> => {
    const answer = await submit(world, friend, await aLead(world, { projectId, name: '李雷', phone: friend.phone, liveCode }));
    expect(answer.status).toBe(201);
    await world.travel('PT0S');
    return answer.body.id;
  };
  const claimsOn = (friend: Bound) =>
    world.database.rows<{ id: string; status: string; way: string }>('SELECT id, status, way FROM referrals WHERE friend_id = ?', [
      friend.me.customerId,
    ]);

  it('is one link for one person and project, which fits into a scene and opens its picture', async () => {
    const [one, again, other] = await Promise.all([linkOf(referrer), linkOf(referrer), linkOf(referrer, projectIds[1])]);
    expect(again).toEqual(one);
    expect(other.code).not.toBe(one.code);
    expect(one.scene.length).toBeLessThanOrEqual(32);
    expect(one.path).toBe(`subpackages/customer/pages/project/index?id=${projectIds[0]}&k=${one.code}`);
    expect((await world.http('GET', one.qrcodeUrl)).status).toBe(200);
  });

  it('needs a number that WeChat vouched for, and a project that is on show', async () => {
    const stranger = await world.stranger('without-number');
    expectProblem(await stranger.post('/api/referral-links', { projectId: projectIds[0] }), 'referral.phone-required');
    expectProblem(await referrer.post('/api/referral-links', { projectId: referrer.me.customerId }), 'project.not-found');
  });

  it('makes the friend’s own form their yes, once, and goes on to the visit', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const { code } = await linkOf(referrer);
    const leadId = await leave(friend, code);
    const [claim] = await claimsOn(friend);
    expect(claim).toMatchObject({ status: 'agreed', way: 'code' });
    expect(await rowOf(world, claim?.id as string)).toMatchObject({
      lead_id: leadId,
      referrer_id: referrer.me.customerId,
      standing: 'won',
    });
    expect(await mine(referrer, claim?.id as string)).toMatchObject({ friendMasked: '李*', note: '等好友到访，保护期还剩 30 天' });
    await leave(friend, code);
    expect(await claimsOn(friend)).toHaveLength(1);
    await world.travel('PT1H');
    await visit(world, friend, projectIds[0] as string);
    await world.travel('PT0S');
    expect((await claimsOn(friend)).map(({ status }) => status)).toEqual(['visited']);
  });

  it('answers for a friend who was registered and had not said yes yet', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const { id } = await refer(world, referrer, friend.phone, { projectId: projectIds[0] });
    await leave(friend, (await linkOf(referrer)).code);
    expect(await claimsOn(friend)).toEqual([{ id, status: 'agreed', way: 'registered' }]);
  });

  it('lets a friend who had said no change their mind', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone, { projectId: projectIds[0] });
    await answerAsk(world, friend, codeOf(receipt), false);
    await leave(friend, (await linkOf(referrer)).code);
    expect((await rowOf(world, receipt.id)).status).toBe('ended');
    expect(await claimsOn(friend)).toEqual([{ id: expect.any(String), status: 'agreed', way: 'code' }]);
  });

  it('recommends nobody to oneself, nor by a code of another project', async () => {
    const { code } = await linkOf(referrer);
    await leave(referrer, code);
    expect(await claimsOn(referrer)).toEqual([]);
    const friend = await aVerifiedPerson(world, freshPhone());
    await leave(friend, code, projectIds[1]);
    expect(await claimsOn(friend)).toEqual([]);
  });

  it('makes one claim however often and at once it is told of one arrival', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const leadId = await leave(friend, '0000000000');
    const { code } = await linkOf(referrer);
    const told = {
      leadId,
      customerId: friend.me.customerId as string,
      projectId: projectIds[0] as string,
      code,
      accountId: null,
      at: world.now(),
    };
    const arrivals = world.app.get(CodeArrivalService);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => world.database.transaction((tx) => arrivals.arrived(tx, told))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await claimsOn(friend)).toHaveLength(1);
  });
});
