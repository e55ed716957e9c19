import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, freshPhone } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, mine, refer, rowOf, staffView, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

const LAST_MS = /T15:59:59\.999Z$/;

/** Each story takes a world of its own, because it moves the clock by weeks. */
describe('the protection of a referral', () => {
  let world: TestApp;
  let projectId: string;
  let referrer: Bound;
  let manager: Person;
  beforeEach(async () => {
    world = await startApp();
    projectId = (await aLead(world, {})).projectId;
    referrer = await aVerifiedPerson(world);
    manager = await world.as('manager');
  });
  afterEach(() => world?.stop());

  const travelTo = (instant: number) => world.travel(`PT${Math.max(0, Math.ceil((instant - world.now()) / 1000))}S`);

  it('ends after the last millisecond of its last Beijing day, and the friend may be registered again', async () => {
    const { id, friend } = await anAgreedReferral(world, referrer);
    const until = Number((await rowOf(world, id)).protected_until);
    expect(new Date(until).toISOString()).toMatch(LAST_MS);
    await travelTo(until - 60_000);
    expect(await mine(referrer, id)).toMatchObject({ status: 'agreed', note: '等好友到访，保护期今天到期' });
    await travelTo(until + 1_000);
    const row = await rowOf(world, id);
    expect([row.status, row.end_reason, Number(row.ended_at)]).toEqual(['ended', 'expired', until + 1]);
    expect(await mine(referrer, id)).toMatchObject({ status: 'ended', note: '保护期已过', mayAppeal: false });
    await refer(world, referrer, friend.phone);
  });

  it('a visit at that very millisecond counts, also when the news of it comes after midnight; one millisecond later does not', async () => {
    const [inTime, late] = [await anAgreedReferral(world, referrer), await anAgreedReferral(world, referrer)];
    const until = Number((await rowOf(world, inTime.id)).protected_until);
    await travelTo(until + 5_000);
    expect((await rowOf(world, inTime.id)).end_reason).toBe('expired');
    await visit(world, inTime.friend, projectId, until);
    await visit(world, late.friend, projectId, until + 1);
    await world.travel('PT0S');
    const row = await rowOf(world, inTime.id);
    expect([row.status, row.end_reason, Number(row.visited_at)]).toEqual(['visited', null, until]);
    expect((await staffView(manager, inTime.id)).won).toBe(true);
    expect((await rowOf(world, late.id)).status).toBe('ended');
  });

  it('an ask that nobody answers is over after seven days, and then nobody can answer it', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone);
    const until = Number((await rowOf(world, receipt.id)).ask_until);
    expect(new Date(until).toISOString()).toMatch(LAST_MS);
    await travelTo(until + 1_000);
    expect(await mine(referrer, receipt.id)).toMatchObject({ status: 'ended', note: '好友未回应', askPath: null });
    expect((await friend.get(`/api/me/referral-asks/${codeOf(receipt)}`)).body.state).toBe('expired');
    expectProblem(await answerAsk(world, friend, codeOf(receipt)), 'referral.ask-over');
    await refer(world, referrer, friend.phone);
  });

  it('a friend who takes the agreement back ends it, and is not asked again by the same person', async () => {
    const { id, friend } = await anAgreedReferral(world, referrer);
    expect((await friend.post('/api/me/consents/withdrawal', { purposes: ['service'] })).status).toBe(200);
    await world.travel('PT0S');
    expect(await mine(referrer, id)).toMatchObject({ status: 'ended', note: '好友撤回了授权', mayAppeal: false });
    const again = await referrer.post('/api/referrals', { projectId, name: '李雷', phone: friend.phone });
    expectProblem(again, 'referral.already-registered');
  });

  it('who came between the registration and their yes has made the first visit', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone);
    await world.travel('PT1H');
    const came = world.now();
    await visit(world, friend, projectId, came);
    await world.travel('PT1H');
    await answerAsk(world, friend, codeOf(receipt));
    await world.travel('PT0S');
    const row = await rowOf(world, receipt.id);
    expect([row.status, Number(row.visited_at)]).toEqual(['visited', came]);
  });
});
