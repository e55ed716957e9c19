import { RewardEarningService } from '../../../src/modules/journeys/reward/earning/reward-earning.service';
import { Clock } from '../../../src/platform/clock/clock';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aReferral, ledgerFaults, projectOf, republish, rewardBy, rewardsOf, step } from '../../support/rewards';

const DEAL = { dealAmount: 328_000_001 };
const DAY = 86_400_000;

describe('the rules of rewards', () => {
  let world: TestApp;
  let manager: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    projectId = await projectOf(world);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    expect(await ledgerFaults(world)).toEqual([]);
  });
  afterAll(() => world?.stop());

  const current = async () => (await manager.get(`/api/staff/reward-rules?projectId=${projectId}`)).body.items[0];
  const referral = async () => aReferral(projectId, (await aVerifiedPerson(world)).me.customerId as string);

  it('are published as versions by a manager; one that came between is not overwritten, and nonsense is refused in sentences', async () => {
    const { version, rules, tiers, holdDays, pointMonths } = await current();
    const draft = { projectId, basedOn: version, rules, tiers, holdDays, pointMonths };
    for (const key of ['agent-lin', 'supervisor', 'finance', 'owner'])
      expect([key, (await (await world.as(key)).post('/api/staff/reward-rules', draft)).status]).toEqual([key, 403]);
    const two = await Promise.all([1, 2].map(() => manager.post('/api/staff/reward-rules', draft)));
    expect(two.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect((await manager.post('/api/staff/reward-rules', draft)).body.code).toBe('rule.version-conflict');
    expect(await current()).toMatchObject({ version: version + 1, publishedBy: manager.me.staffId, visitPoints: 200 });
    const nonsense = { ...draft, basedOn: version + 1, rules: [{ ...rules[0], amount: { how: 'fixed', amount: -1 } }] };
    expect((await manager.post('/api/staff/reward-rules', nonsense)).body).toMatchObject({
      code: 'rule.invalid',
      detail: expect.stringContaining('第 1 条规则'),
    });
    const elsewhere = await world.as('supervisor');
    expect((await elsewhere.get(`/api/staff/reward-rules?projectId=${await projectOf(world, 'LT')}`)).body.code).toBe('project.not-found');
  });

  it('are kept for a referral from its beginning', async () => {
    const begun = await referral();
    await step(world, begun, 'agreed');
    await republish(manager, projectId, ({ rules }) => ({
      rules: rules.map((rule) => (rule.id === 'first-visit' ? { ...rule, amount: { how: 'fixed', amount: 1 } } : rule)),
    }));
    const later = await referral();
    for (const each of [begun, later]) await step(world, each, 'visited');
    expect([(await rewardBy(world, begun, 'first-visit')).amount, (await rewardBy(world, later, 'first-visit')).amount]).toEqual([
      2_000, 1,
    ]);
  });

  it('count a share of the price, half a fen up, capped; without the price it is owed until somebody says it', async () => {
    await republish(manager, projectId, ({ rules }) => ({
      rules: [
        ...rules.filter((rule) => rule.id !== 'signed'),
        {
          id: 'share',
          name: '按比例',
          on: 'signed',
          to: 'referrer',
          form: 'cash',
          amount: { how: 'percent', basisPoints: 50, most: null },
        },
        {
          id: 'capped',
          name: '封顶',
          on: 'signed',
          to: 'referrer',
          form: 'cash',
          amount: { how: 'percent', basisPoints: 50, most: 1_000_000 },
        },
      ],
    }));
    const one = await referral();
    await step(world, one, 'signed', { dealAmount: 328_000_100 });
    expect((await rewardsOf(world, one)).map(({ rule_id, amount }) => [rule_id, amount])).toEqual([
      ['capped', 1_000_000],
      ['share', 1_640_001],
    ]);
    const unpriced = await referral();
    await step(world, unpriced, 'signed');
    expect(await rewardsOf(world, unpriced)).toEqual([]);
    await step(world, unpriced, 'settled', { from: 'signed', ...DEAL });
    expect((await rewardsOf(world, unpriced)).map(({ rule_id, status }) => [rule_id, status])).toEqual([
      ['capped', 'due'],
      ['share', 'due'],
    ]);
  });

  it('hold until the last millisecond of their days, and not one longer', async () => {
    const held = await referral();
    const at = world.now();
    await step(world, held, 'signed', { ...DEAL, at });
    const { id } = await rewardBy(world, held, 'share');
    const earning = world.app.get(RewardEarningService);
    const now = jest.spyOn(world.app.get(Clock), 'now');
    now.mockReturnValue(at + 30 * DAY - 1);
    expect(await earning.release(id)).toBe('skipped');
    now.mockReturnValue(at + 30 * DAY);
    expect(await earning.release(id)).toBe('done');
    expect(await earning.release(id)).toBe('skipped');
    expect((await rewardBy(world, held, 'share')).status).toBe('due');
  });

  it('release by themselves when the days are over', async () => {
    const held = await referral();
    await step(world, held, 'signed', DEAL);
    await world.travel('P29DT23H');
    expect((await rewardBy(world, held, 'share')).status).toBe('held');
    await world.travel('PT1H1M');
    expect((await rewardBy(world, held, 'share')).status).toBe('due');
  });

  it('pay more to whoever brings more, one deal after the other, also when two are signed at one moment', async () => {
    await republish(manager, projectId, () => ({
      rules: [
        {
          id: 'tiered',
          name: '阶梯',
          on: 'signed',
          to: 'referrer',
          form: 'cash',
          amount: {
            how: 'tiered',
            tiers: [
              { fromDeals: 0, amount: 300_000 },
              { fromDeals: 2, amount: 500_000 },
            ],
          },
        },
      ],
    }));
    const person = await aVerifiedPerson(world);
    const deals = Array.from({ length: 3 }, () => aReferral(projectId, person.me.customerId as string));
    const at = world.now();
    await Promise.all(deals.map((deal, i) => step(world, deal, 'signed', { ...DEAL, at: at + i })));
    const amounts = await Promise.all(deals.map(async (deal) => (await rewardBy(world, deal, 'tiered')).amount));
    expect(amounts.sort((a, b) => a - b)).toEqual([300_000, 300_000, 500_000]);
    expect((await person.get('/api/me/rewards')).body.tier).toMatchObject({ title: '银卡推荐人', dealsToNext: 2, nextTitle: '金卡推荐人' });
  });

  it('are promised in words to whoever thinks of recommending', async () => {
    const person = await aVerifiedPerson(world);
    const { body } = await person.get(`/api/projects/${projectId}/referral-offer`);
    expect(body.lines).toEqual([
      { to: 'referrer', on: 'signed', title: '好友签约', text: '您得¥3,000，第 3 组起 ¥5,000，回款后发放，最迟签约后 30 天进入审核' },
    ]);
    expect(body.tiers).toHaveLength(3);
    expect((await person.get(`/api/projects/${await projectOf(world, 'LT')}/referral-offer`)).body).toMatchObject({ lines: [], tiers: [] });
    expect((await person.get('/api/projects/nowhere/referral-offer')).body.code).toBe('project.not-found');
  });
});
