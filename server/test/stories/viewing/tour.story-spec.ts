import type { StaffViewingDetail, TourStopView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { changePlan, projectsOf } from '../../support/viewings';
import { aFeedback, aVisitOfToday, type BookedVisit } from '../../support/visits';

describe('the tour of a visit', () => {
  let world: TestApp;
  let manager: Person;
  let visit: BookedVisit;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    await changePlan(world, manager, { tourStops: ['needs', 'sandbox', 'showroom'] });
    visit = await aVisitOfToday(world);
  });
  afterAll(() => world?.stop());

  const tick = (person: Person, stop: string, shown = true, id = visit.id) =>
    person.post(`/api/staff/viewings/${id}/tour`, { stop, shown });
  const detail = async (person: Person, id = visit.id): Promise<StaffViewingDetail> => (await person.get(`/api/staff/viewings/${id}`)).body;
  const shownIn = (tour: TourStopView[]) => tour.filter(({ at }) => at !== null).map(({ stop }) => stop);

  it('is what the plan walks, and waits for the visitor to be there', async () => {
    expect((await detail(visit.host)).tour.map(({ label }) => label)).toEqual(['需求沟通', '沙盘讲解', '样板间']);
    expect((await tick(visit.host, 'needs')).body.code).toBe('viewing.state-conflict');
    await visit.host.post(`/api/staff/viewings/${visit.id}/check-in`);
  });

  it('is ticked by the host while they walk, once for each stop, and stands in the timeline', async () => {
    const answers = await Promise.all(['sandbox', 'sandbox', 'needs'].map((stop) => tick(visit.host, stop)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const first = (await detail(visit.host)).tour.find(({ stop }) => stop === 'sandbox')?.at;
    await world.travel('PT5M');
    await tick(visit.host, 'sandbox');
    await tick(visit.host, 'garden');
    const { tour, timeline } = await detail(visit.host);
    expect(tour.map(({ stop }) => stop)).toEqual(['needs', 'sandbox', 'showroom', 'garden']);
    expect(shownIn(tour)).toEqual(['needs', 'sandbox', 'garden']);
    expect(tour[1]?.at).toBe(first);
    expect(timeline[0]).toMatchObject({ type: 'toured', text: '看了园林示范区', by: visit.host.me.name });
    expect(timeline.filter(({ type }) => type === 'toured')).toHaveLength(3);
    expect(timeline.at(-1)?.type).toBe('booked');
  });

  it('a wrong tap is taken back, and leaves no trace', async () => {
    await tick(visit.host, 'garden', false);
    const { tour, timeline } = await detail(visit.host);
    expect(shownIn(tour)).toEqual(['needs', 'sandbox']);
    expect(timeline.some(({ text }) => text.includes('园林'))).toBe(false);
  });

  it('cannot be ticked by whoever does not receive, nor with what there is not', async () => {
    const stranger = visit.others.find((agent) => agent.me.staffId !== visit.host.me.staffId) as Person;
    expect((await tick(stranger, 'showroom')).body.code).toBe('viewing.not-found');
    expect((await tick(visit.visitor, 'showroom')).status).toBe(403);
    expect((await tick(visit.host, 'moon')).status).toBe(400);
    expect((await tick(manager, 'showroom')).status).toBe(200);
    expect(shownIn((await detail(visit.host)).tour)).toEqual(['needs', 'sandbox', 'showroom']);
  });

  it('ends with the form, and the report counts what was written there', async () => {
    expect((await visit.host.post(`/api/staff/viewings/${visit.id}/completion`, aFeedback({ tour: ['sandbox', 'showroom'] }))).status).toBe(
      200,
    );
    expect((await tick(visit.host, 'garden')).body.code).toBe('viewing.state-conflict');
    const projectId = (await projectsOf(world))[0]?.id;
    const day = new Date(visit.startsAt + 8 * 3_600_000).toISOString().slice(0, 10);
    const report = (await manager.get(`/api/staff/viewing-report?projectId=${projectId}&from=${day}&to=${day}`)).body;
    expect(report.byStop).toEqual([
      { key: 'sandbox', label: '沙盘讲解', shown: 1, shownWon: 0, others: 0, othersWon: 0 },
      { key: 'showroom', label: '样板间', shown: 1, shownWon: 0, others: 0, othersWon: 0 },
    ]);
  });

  it('of somebody without a booking is that of the plan in force', async () => {
    const projectId = (await projectsOf(world))[0]?.id;
    const { body } = await visit.host.post('/api/staff/walk-ins', { projectId, name: '周屿', phone: freshPhone() });
    const seen = await detail(manager, body.id);
    expect(seen.tour.map(({ stop }) => stop)).toEqual(['needs', 'sandbox', 'showroom']);
    expect((await manager.put('/api/staff/viewing-plans', { tourStops: ['moon'] })).status).toBe(400);
  });
});
