import { beijingDate, type SiteDay, type SitePost, type SiteRotaView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { inDays, projectsOf } from '../../support/viewings';
import { aBookedVisit, type BookedVisit } from '../../support/visits';

const post = (duty: SitePost['duty'], name: string, from: string, to: string): SitePost => ({ duty, name, from, to, note: null });

describe('who keeps the sales office running', () => {
  let world: TestApp;
  let [manager, supervisor, agent]: Person[] = [];
  let projectId: string;
  let visit: BookedVisit;
  let day: string;

  beforeAll(async () => {
    world = await startApp();
    [manager, supervisor, agent] = await Promise.all(['manager', 'supervisor', 'agent-lin'].map((key) => world.as(key)));
    projectId = (await projectsOf(world))[0]?.id as string;
    visit = await aBookedVisit(world, { from: 2 });
    day = beijingDate(visit.startsAt);
  });
  afterAll(() => world?.stop());

  const view = async (person: Person, from = day): Promise<SiteRotaView> =>
    (await person.get(`/api/staff/site-rota?projectId=${projectId}&from=${from}`)).body;
  const versionOf = async (which: string): Promise<number> => {
    const { week, days } = await view(manager!, which.length > 1 ? which : day);
    return [...week, ...days].find((each) => each.day === which)?.version as number;
  };
  const plan = async (person: Person, which: string, posts: SitePost[] | null, basedOnVersion?: number) =>
    person.put('/api/staff/site-rota/days', { projectId, day: which, posts, basedOnVersion: basedOnVersion ?? (await versionOf(which)) });
  const onSite = async (person: Person, which = day): Promise<SiteDay> =>
    (await person.get(`/api/staff/site-days?day=${which}&projectId=${projectId}`)).body.items[0];
  const clock = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);

  it('is planned by a supervisor, and read with the day of visits by an agent, who may not plan', async () => {
    const posts = [
      post('steward', '周阿姨', '00:00', '24:00'),
      post('cleaning', '李秀英', '00:00', '24:00'),
      post('security', '孙建国', '00:00', '24:00'),
    ];
    expect((await plan(supervisor!, day, posts)).body).toEqual({ day, version: 1 });
    expect(await onSite(agent!)).toMatchObject({ projectId, day, posts, gaps: [] });
    expect((await plan(agent!, day, [], 1)).status).toBe(403);
    expect((await agent!.get(`/api/staff/site-rota?projectId=${projectId}&from=${day}`)).status).toBe(403);
    expect((await agent!.put('/api/staff/site-rota/duties', { projectId, wanted: [] })).status).toBe(403);
    expect((await agent!.post('/api/staff/site-rota/copies', { projectId, from: day })).status).toBe(403);
    expect((await onSite(agent!)).posts).toEqual(posts);
  });

  it('is nothing to colleagues of another project, nor to customers', async () => {
    const other = (await projectsOf(world))[1]?.id;
    for (const person of [agent!, supervisor!])
      expect((await person.get(`/api/staff/site-days?day=${day}&projectId=${other}`)).body.code).toBe('project.not-found');
    const draft = { projectId: other, day, posts: [], basedOnVersion: 0 };
    expect((await supervisor!.put('/api/staff/site-rota/days', draft)).body.code).toBe('project.not-found');
    expect((await supervisor!.put('/api/staff/site-rota/duties', { projectId: other, wanted: [] })).body.code).toBe('project.not-found');
    expect((await supervisor!.post('/api/staff/site-rota/copies', { projectId: other, from: day })).body.code).toBe('project.not-found');
    expect((await supervisor!.get(`/api/staff/site-rota?projectId=${other}&from=${day}`)).body.code).toBe('project.not-found');
    expect((await visit.visitor.get(`/api/staff/site-days?day=${day}`)).status).toBe(403);
    const mine: SiteDay[] = (await supervisor!.get(`/api/staff/site-days?day=${day}`)).body.items;
    expect(mine.map((each) => each.projectId)).toEqual([projectId]);
  });

  it('tells a wanted duty that is left to nobody while visitors are there, and only then', async () => {
    const [from, to] = [clock(visit.startsAt), clock(visit.endsAt)];
    const others = [post('cleaning', '李秀英', '00:00', '24:00'), post('security', '孙建国', '00:00', '24:00')];
    await plan(manager!, day, [...others, post('steward', '周阿姨', '00:00', from)]);
    expect((await onSite(agent!)).gaps).toEqual([{ duty: 'steward', text: `样板间管家：${from}–${to} 无人` }]);
    await manager!.put('/api/staff/site-rota/duties', { projectId, wanted: ['cleaning'] });
    expect((await onSite(agent!)).gaps).toEqual([]);
    await manager!.put('/api/staff/site-rota/duties', { projectId, wanted: ['steward', 'cleaning'] });
    expect((await onSite(agent!)).gaps).toHaveLength(1);
    await visit.host.post(`/api/staff/viewings/${visit.id}/cancellation`, { reason: '样板间临时维护' });
    expect((await onSite(agent!)).gaps).toEqual([]);
  });

  it('goes by the weekday again when the date gives up its own posts', async () => {
    const { week, days } = await view(manager!);
    const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
    expect(days[0]).toMatchObject({ day, changed: true });
    expect((await plan(manager!, day, null)).status).toBe(200);
    const after = await view(manager!);
    expect(after.days[0]).toEqual({ day, posts: week.find((each) => each.day === weekday)?.posts, changed: false, version: 0 });
    await plan(manager!, weekday, [post('greeter', '小何', '09:00', '18:00')]);
    expect((await onSite(agent!)).posts.map(({ name }) => name)).toEqual(['小何']);
  });

  it('is copied from the week before, once or twice, and what is over stays', async () => {
    const next = inDays(world, 9);
    await plan(manager!, day, [post('drinks', '吴芳', '10:00', '16:00')]);
    for (const _ of [1, 2])
      expect((await manager!.post('/api/staff/site-rota/copies', { projectId, from: next })).body.days).toHaveLength(7);
    expect((await onSite(agent!, next)).posts.map(({ name }) => name)).toEqual(['吴芳']);
    expect((await view(manager!, next)).days.map(({ changed }) => changed)).toEqual([true, false, false, false, false, false, false]);
    const past = await manager!.post('/api/staff/site-rota/copies', { projectId, from: inDays(world, -9) });
    expect([past.status, past.body.code]).toEqual([422, 'site-rota.invalid']);
    const yesterday = await plan(manager!, inDays(world, -1), [], 0);
    expect(yesterday.body).toMatchObject({ code: 'site-rota.invalid', errors: [{ field: 'day' }] });
  });

  it('of two who save one day at once one wins, and the other is told to look again', async () => {
    const date = inDays(world, 20);
    for (const basedOnVersion of [0, 1]) {
      const answers = await Promise.all(
        ['甲', '乙', '丙'].map((name) => plan(manager!, date, [post('cleaning', name, '09:00', '18:00')], basedOnVersion)),
      );
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
      expect(answers.find((a) => a.status === 409)?.body.code).toBe('rule.version-conflict');
    }
  });

  it('refuses what makes no sense, by its field', async () => {
    const faulty = await plan(manager!, day, [post('cleaning', '李秀英', '18:00', '09:00')]);
    expect(faulty.body).toMatchObject({ code: 'site-rota.invalid', errors: [{ field: 'posts.0.to' }] });
    expect((await plan(manager!, '2026-02-30', [], 0)).body.code).toBe('site-rota.invalid');
    expect((await plan(manager!, day, [{ ...post('cleaning', '', '09:00', '18:00') }])).status).toBe(400);
    expect((await plan(manager!, day, [{ ...post('cleaning', '甲', '09:00', '18:00'), duty: 'cook' as never }])).status).toBe(400);
  });
});
