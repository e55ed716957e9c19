import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead } from '../../support/leads';
import { expectProblem, rowCounts } from '../../support/refusals';

const DAY = 24 * 3_600_000;

describe('the times of a follow-up record', () => {
  let world: TestApp;
  let agents: Person[];
  let agent: Person;
  let leadId: string;

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    ({ leadId, agent } = await anOfferedLead(world, agents));
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    await world.travel('PT0S');
  });
  afterAll(() => world?.stop());

  const at = (offsetMs: number) => new Date(world.now() + offsetMs).toISOString();
  const record = (given: Record<string, unknown>) =>
    agent.post(`/api/staff/leads/${leadId}/follow-ups`, {
      occurredAt: at(0),
      method: 'phone',
      content: '介绍了户型',
      feedback: '想再比较',
      nextPlan: '约看房',
      nextAt: at(DAY),
      ...given,
    });

  it.each(['2026-W10-1', '2026-W10', '2026-001', '20261122T101010Z', '2026-11-22', '2026-11-22T10:00:00', '2026-02-30T10:00:00Z'])(
    'cannot be %s: it is refused, and nothing is written',
    async (time) => {
      const before = await rowCounts(world);
      for (const field of ['occurredAt', 'nextAt']) {
        const answer = await record({ [field]: time });
        expectProblem(answer, 'request.invalid');
        expect(answer.body.errors).toMatchObject([{ field }]);
      }
      expect(await rowCounts(world)).toEqual(before);
    },
  );

  it('may be written with the zone of the place', async () => {
    const beijing = new Date(world.now() + DAY + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    expect((await record({ nextAt: beijing })).body.nextAt).toBe(new Date(beijing).toISOString());
  });

  it('promise nothing beyond what calendars know', async () => {
    expectProblem(await record({ nextAt: '9999-12-31T00:00:00Z' }), 'request.invalid');
  });

  it('do not turn the last contact back when an older one is written down later', async () => {
    const latest = at(0);
    await record({ occurredAt: latest });
    await record({ occurredAt: at(-5 * DAY) });
    expect((await agent.get(`/api/staff/leads/${leadId}`)).body.lastContactAt).toBe(latest);
  });
});
