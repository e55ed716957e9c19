import { DEFAULT_VERDICT_SETTINGS, type ReferralRules } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { projectOf, republish } from '../../support/rewards';

describe('the page of rules', () => {
  let world: TestApp;
  let manager: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    projectId = await projectOf(world);
  });
  afterAll(() => world?.stop());

  const rules = async (id = projectId): Promise<ReferralRules> => {
    const { status, body } = await world.http('GET', `/api/projects/${id}/referral-rules`);
    expect(status).toBe(200);
    return body;
  };
  const said = async () => (await rules()).sections.flatMap(({ lines }) => lines).join('\n');

  it('is open to whoever asks, and says both kinds of rules in the order in which they are asked', async () => {
    const { projectName, sections, inForceSince } = await rules();
    expect([projectName, Date.parse(inForceSince ?? '') <= world.now()]).toEqual(['云溪府', true]);
    expect(sections.map(({ title }) => title)).toEqual([
      '推荐怎样才算数',
      '能得到什么',
      '什么时候到账',
      '什么情况会收回',
      '推荐人等级',
      '同一位好友，算谁推荐的',
      '哪些推荐不算',
      '不认可结果怎么办',
    ]);
  });

  it('follows what a manager publishes, from that moment on', async () => {
    const before = await said();
    expect(before).toContain('同意后 30 天内首次到访');
    expect(before).toContain('好友到访：您得2,000 积分。');
    const settings = { ...DEFAULT_VERDICT_SETTINGS, protectionDays: 45, precedence: 'referral-first' as const };
    expect((await manager.post('/api/staff/verdict-rules', { projectId, basedOn: 1, settings })).status).toBe(201);
    await world.travel('PT1H');
    await republish(manager, projectId, ({ rules: all }) => ({
      holdDays: 12,
      rules: all.map((rule) => (rule.id === 'first-visit' ? { ...rule, amount: { how: 'fixed', amount: 2_500 } } : rule)),
    }));
    const after = await said();
    for (const words of ['同意后 45 天内首次到访', '有效的推荐优先于广告渠道', '好友到访：您得2,500 积分。', '最迟签约后 12 天'])
      expect(after).toContain(words);
    expect(after).not.toMatch(/30 天内首次到访|2,000 积分/);
    const { inForceSince } = await rules();
    expect(world.now() - Date.parse(inForceSince as string)).toBeLessThan(60_000);
  });

  it('promises nothing where a project promises nothing, and is not there for a project that is not', async () => {
    const { sections } = await rules(await projectOf(world, 'LT'));
    expect(sections.find(({ title }) => title === '能得到什么')?.lines).toEqual(['这个楼盘现在没有推荐奖励。']);
    expect((await world.http('GET', '/api/projects/nowhere/referral-rules')).status).toBe(404);
  });
});
