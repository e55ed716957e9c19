import type { RotaView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { homesOf } from '../../support/homes';
import { aReportedOrder, orderState } from '../../support/orders';

const HOUR = 3_600_000;

describe('the rota of the service team', () => {
  let world: TestApp;
  let supervisor: Person;
  let engineer: Person;
  let ding: Person;
  let han: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [supervisor, engineer, ding, han] = (await Promise.all(
      ['supervisor', 'engineer', 'engineer-ding', 'engineer-han'].map((key) => world.as(key)),
    )) as [Person, Person, Person, Person];
    projectId = (await homesOf(await world.as('owner')))[0]!.projectId;
  });
  afterAll(() => world?.stop());

  /** Hours from midnight of the first day in Beijing that the story runs on. */
  const at = (hours: number) => {
    const midnight = Math.floor((world.now() + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;
    return new Date(midnight + hours * HOUR).toISOString();
  };
  const plan = (person: Person, who: Person, from: number, to: number) =>
    person.post('/api/staff/rota', { staffId: who.me.staffId, fromAt: at(from), toAt: at(to) });
  const view = async (from: number, to: number, person = engineer): Promise<RotaView> =>
    (await person.get(`/api/staff/rota?projectId=${projectId}&from=${at(from)}&to=${at(to)}`)).body;

  it('has no gap while weekly shifts cover the day, and shows one as soon as turns leave a stretch to nobody', async () => {
    expect((await view(24, 48)).gaps).toEqual([]);
    for (const [who, from, to] of [
      [engineer, 32, 40],
      [ding, 40, 48],
      [han, 26, 30],
    ] as const) {
      expect((await plan(supervisor, who, from, to)).status).toBe(201);
    }
    const rota = await view(24, 48);
    expect(rota.gaps).toEqual([
      { fromAt: at(24), toAt: at(26) },
      { fromAt: at(30), toAt: at(32) },
    ]);
    expect(rota.turns.map((turn) => turn.staffName)).toEqual(['韩师傅', '马师傅', '丁师傅']);
    expect(rota.people.find((p) => p.id === engineer.me.staffId)).toMatchObject({
      shiftName: '维保轮值',
      skills: expect.arrayContaining(['防水']),
    });
    // What is looked at ends before the turn of that day begins, and the day is the turn's all the same.
    expect((await view(24, 25)).gaps).toHaveLength(1);
  });

  it('nobody is in two turns at once, and touching ones are not two', async () => {
    expect((await plan(supervisor, engineer, 100, 108)).status).toBe(201);
    for (const [from, to] of [
      [100, 108],
      [99, 101],
      [107, 115],
      [103, 104],
    ] as const) {
      expect((await plan(supervisor, engineer, from, to)).body.code).toBe('rota.overlap');
    }
    expect((await plan(supervisor, engineer, 108, 116)).status).toBe(201);
    expect((await plan(supervisor, ding, 100, 108)).status).toBe(201);
  });

  it('of many plans for the same night exactly one stands', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => plan(supervisor, han, 140 + (i % 3), 150 + (i % 3))));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status !== 201).every((a) => a.body.code === 'rota.overlap')).toBe(true);
    expect((await view(139, 153)).turns.filter((turn) => turn.staffId === han.me.staffId)).toHaveLength(1);
  });

  it.each([
    ['fromAt', -20, -10],
    ['fromAt', 24 * 93, 24 * 93 + 8],
    ['toAt', 60, 50],
    ['toAt', 60, 60],
    ['toAt', 60, 84.5],
    ['toAt', 1, 2],
  ])('is refused at %s from hour %d to hour %d', async (field, from, to) => {
    expect((await plan(supervisor, engineer, from, to)).body).toMatchObject({ code: 'rota.invalid', errors: [{ field }] });
  });

  it('is planned by those who lead the colleague, and read by the project', async () => {
    const [manager, other, relations] = await Promise.all([world.as('manager'), world.as('supervisor-b'), world.as('relations')]);
    expect((await plan(engineer, engineer, 200, 204)).body.code).toBe('permission.denied');
    expect((await plan(other, engineer, 200, 204)).body.code).toBe('staff.not-found');
    expect((await plan(supervisor, relations, 200, 204)).body.code).toBe('staff.not-found');
    expect((await plan(manager, relations, 200, 204)).status).toBe(201);
    expect((await plan(manager, await world.as('agent-lin'), 200, 204)).body).toMatchObject({ errors: [{ field: 'staffId' }] });
    expect((await manager.post('/api/staff/rota', { staffId: 'nobody', fromAt: at(200), toAt: at(204) })).body.code).toBe(
      'staff.not-found',
    );
    const far = await engineer.get(`/api/staff/rota?projectId=elsewhere&from=${at(0)}&to=${at(24)}`);
    const long = await engineer.get(`/api/staff/rota?projectId=${projectId}&from=${at(0)}&to=${at(24 * 63)}`);
    expect([far.body.code, long.body.code]).toEqual(['project.not-found', 'rota.invalid']);
  });

  it('a turn is taken out once, by somebody who may, and is on record; what is over stays', async () => {
    const turn = (await plan(supervisor, ding, 220, 228)).body;
    const remove = (person: Person, id: string) => person.post(`/api/staff/rota/${id}/removal`);
    expect((await remove(await world.as('supervisor-b'), turn.id)).body.code).toBe('rota.not-found');
    const taps = await Promise.all([remove(supervisor, turn.id), remove(supervisor, turn.id)]);
    expect(taps.map((t) => t.status).sort()).toEqual([201, 404]);
    expect((await view(219, 230)).turns).toEqual([]);
    const acts = await world.database.rows<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject = ? AND action LIKE 'rota.%' ORDER BY id DESC LIMIT 2`,
      [`staff:${ding.me.staffId}`],
    );
    expect(acts.map((a) => a.action)).toEqual(['rota.turn-removed', 'rota.turn-planned']);
    const short = (await plan(supervisor, ding, 12, 13)).body;
    await world.travel('PT4H');
    expect((await remove(supervisor, short.id)).body).toMatchObject({ code: 'rota.invalid' });
  });

  it('an order is dispatched to whoever has the turn, not to whoever the weekly shift names', async () => {
    await world.travel('P11D');
    for (const who of [engineer, han]) expect((await plan(supervisor, who, 22, 30)).status).toBe(201);
    const presence = (await supervisor.get(`/api/staff/work-order-board?projectId=${projectId}`)).body.people;
    expect(presence.map((p: { name: string; shift: string }) => `${p.name} ${p.shift}`).sort()).toEqual(
      ['丁师傅 当班', '韩师傅 22:00 接班', '马师傅 22:00 接班'].sort(),
    );
    const owner = await world.as('owner');
    for (let i = 0; i < 3; i++) {
      const id = await aReportedOrder(world, owner, { category: 'surfaces-tile', description: '瓷砖空鼓' });
      expect((await orderState(world, id)).assignee_id).toBe(ding.me.staffId);
    }
  });
});
