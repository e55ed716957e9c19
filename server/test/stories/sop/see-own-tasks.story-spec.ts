import type { TaskView } from '@guihu/shared';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app';
import { AGENT_KEYS, allAgents } from '../../support/leads';
import { anAcceptedLead, anotherLeadFor, tasksOf, until } from '../../support/sop';

describe('whose tasks one sees', () => {
  let world: TestApp;
  let agents: Person[];
  let agent: Person;
  let stranger: Person;
  let leadId: string;

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    const accepted = await anAcceptedLead(world, agents);
    ({ agent, leadId } = accepted);
    stranger = accepted.others.find((other) => team(other) !== team(agent)) as Person;
  });
  afterAll(() => world?.stop());

  const team = (person: Person) => (AGENT_KEYS.indexOf(person.key as (typeof AGENT_KEYS)[number]) < 3 ? 'supervisor' : 'supervisor-b');
  const list = async (person: Person, query = ''): Promise<TaskView[]> => (await person.get(`/api/staff/tasks${query}`)).body.items;

  it('an agent sees their own and nobody else’s, also when asking for the team’s', async () => {
    expect(await list(agent)).toHaveLength(4);
    for (const scope of ['mine', 'team']) expect(await list(stranger, `?scope=${scope}`)).toEqual([]);
    const answer = await stranger.get(`/api/staff/leads/${leadId}/tasks`);
    expect([answer.status, answer.body.code]).toEqual([404, 'lead.not-found']);
  });

  it('an agent cannot complete a colleague’s task by its id', async () => {
    const [task] = await list(agent);
    for (const person of [stranger, await world.as(team(stranger))]) {
      const answer = await person.post(`/api/staff/tasks/${task!.id}/completion`, { note: '代办' });
      expect([answer.status, answer.body.code]).toEqual([404, 'task.not-found']);
    }
    expect((await list(agent))[0]).toMatchObject({ id: task!.id, status: 'open' });
  });

  it('a supervisor sees the team’s, the other one does not, the manager sees the project’s', async () => {
    expect(await list(await world.as(team(agent)), '?scope=team')).toHaveLength(4);
    expect(await list(await world.as(team(agent)))).toEqual([]);
    expect(await list(await world.as(team(stranger)), '?scope=team')).toEqual([]);
    expect(await list(await world.as('manager'), '?scope=team')).toHaveLength(4);
    expect(await list(await world.as('admin'), '?scope=team')).toHaveLength(4);
    expect((await (await world.as('engineer')).get('/api/staff/tasks')).status).toBe(403);
    expect((await (await world.as('prospect')).get('/api/staff/tasks')).status).toBe(403);
  });

  it('a task ends once: by its owner, by hand, with a note', async () => {
    const task = (await list(agent)).find((t) => t.title === '发送项目资料') as TaskView;
    const [first, second] = await Promise.all(
      [1, 2].map(() => agent.post(`/api/staff/tasks/${task.id}/completion`, { note: '客户到店时已当面给到' })),
    );
    expect([first!.status, second!.status].sort()).toEqual([201, 409]);
    expect([first!, second!].find((a) => a.status === 409)!.body.code).toBe('task.state-conflict');
    expect((await tasksOf(agent, leadId)).find((t) => t.id === task.id)).toMatchObject({ status: 'done', deadline: { text: '按时完成' } });
  });

  it('a leader may end a task of the team', async () => {
    const leader = await world.as(team(agent));
    const [task] = await list(leader, '?scope=team');
    expect((await leader.post(`/api/staff/tasks/${task!.id}/completion`, {})).body).toMatchObject({ id: task!.id, status: 'done' });
  });

  it('pages hold every task once, what is due first on top', async () => {
    await anotherLeadFor(world, agents, agent);
    const whole = await list(agent);
    const paged: TaskView[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: Answer = await agent.get(`/api/staff/tasks?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged.map((t) => t.id)).toEqual(whole.map((t) => t.id));
    expect([...whole].sort((a, b) => a.dueAt.localeCompare(b.dueAt)).map((t) => t.id)).toEqual(whole.map((t) => t.id));
    for (const query of ['cursor=bm9wZQ', 'due=someday', 'scope=all', 'limit=0', 'owner=1']) {
      expect([query, (await agent.get(`/api/staff/tasks?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('today, overdue and upcoming are told apart', async () => {
    const [today, overdue, upcoming] = await tabs();
    expect([today, overdue, upcoming].map((items) => items!.length)).toEqual([2, 0, 4]);
    await world.travel(until(world, today![0]!.dueAt));
    const [still, late] = await tabs();
    expect(still!.map((t) => t.id)).toEqual(today!.map((t) => t.id));
    expect(late).toMatchObject([{ id: today![0]!.id, deadline: { text: expect.stringMatching(/^超时 /), late: true } }]);
    await world.travel('P1D');
    const [, nextDayLate] = await tabs();
    expect(nextDayLate!.length).toBeGreaterThanOrEqual(2);
  });

  const tabs = () => Promise.all(['today', 'overdue', 'upcoming'].map((due) => list(agent, `?due=${due}`)));
});
