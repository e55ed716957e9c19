import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import { ViewingCheckedIn, ViewingCompleted, ViewingEnded } from '../../../src/modules/journeys/viewing';
import { DomainEvents } from '../../../src/platform/events/domain-events';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, freshPhone } from '../../support/leads';
import { makeCode } from '../../support/live-codes';
import { expectProblem } from '../../support/refusals';
import { aBooking, aVisitorAt, book, changePlan, projectsOf, slotsOf } from '../../support/viewings';
import { aBookedVisit, aFeedback, aVisitOfToday, statusOf, travelTo } from '../../support/visits';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a visit on site', () => {
  let world: TestApp;
  let yx: string;
  let lt: string;
  let manager: Person;
  let clerk: Person;
  const heard: { name: string; viewingId: string }[] = [];

  beforeAll(async () => {
    world = await startApp();
    const events = world.app.get(DomainEvents);
    for (const type of [ViewingCheckedIn, ViewingCompleted, ViewingEnded]) {
      events.on<{ viewingId: string }>(type, 'a-listener', async ({ viewingId }) => {
        heard.push({ name: type.name, viewingId });
        return 'done';
      });
    }
    [yx, lt] = (await projectsOf(world)).map((project) => project.id) as [string, string];
    [manager, clerk] = await Promise.all([world.as('manager'), world.as('clerk')]);
  });
  afterAll(() => world?.stop());

  const told = (id: string) => heard.filter(({ viewingId }) => viewingId === id).map(({ name }) => name);
  const detail = async (person: Person, id: string) => (await person.get(`/api/staff/viewings/${id}`)).body;
  const passOf = async (visitor: Person, id: string): Promise<string> => {
    const { status, body } = await visitor.get(`/api/viewings/${id}/pass`);
    expect(status).toBe(200);
    return body.code;
  };
  const scan = (person: Person, pass: string) => person.post('/api/staff/viewing-check-ins', { pass });

  it('goes from the door to the survey: checked in, received, written down, asked on the next day', async () => {
    const { id, leadId, visitor, host, startsAt } = await aVisitOfToday(world);
    expect(await detail(host, id)).toMatchObject({
      status: 'booked',
      urgency: { text: expect.stringMatching(/^还有 (9|10) 分钟$/), late: false },
    });
    expect((await detail(host, id)).allowed).toEqual(expect.arrayContaining(['checkIn', 'cancel']));
    expect((await scan(host, await passOf(visitor, id))).body).toEqual({ id, status: 'checked-in' });
    await world.travel('PT0S');
    expect(await detail(host, id)).toMatchObject({ status: 'checked-in', urgency: { text: '接待中' }, allowed: ['complete'] });
    expect(told(id)).toEqual(['viewing.checked-in']);
    // Over, and nothing written down: the host is reminded five minutes later.
    await travelTo(world, startsAt + 65 * MINUTE);
    expect((await detail(host, id)).urgency).toEqual({ text: '待填反馈', late: true });
    const owed = (await host.get('/api/staff/viewings?view=owed')).body.items;
    expect(owed.map((item: { id: string }) => item.id)).toContain(id);
    expect((await host.inbox()).map((m) => m.fields.map((f) => f.value).join()).join('\n')).toContain('待填接待反馈');
    const done = await host.post(`/api/staff/viewings/${id}/completion`, aFeedback());
    expect(done.body).toEqual({ id, status: 'completed' });
    await world.travel('PT0S');
    expect(told(id)).toEqual(['viewing.checked-in', 'viewing.completed']);
    // The lead has it as a contact, with the level, and a task for the next day.
    const lead = (await host.get(`/api/staff/leads/${leadId}`)).body;
    expect(lead.level).toBe('hot');
    expect(lead.followUps[0]).toMatchObject({ method: 'visit', feedback: '价格偏高、家人未看', nextPlan: '次日回访到访感受' });
    const tasks = (await host.get(`/api/staff/leads/${leadId}/tasks`)).body.items.filter((t: { status: string }) => t.status === 'open');
    expect(tasks.map((t: { title: string }) => t.title)).toContain('次日回访到访感受');
    // Ten o'clock of the next day.
    const next = startOfBeijingDate(beijingDate(startsAt)) + DAY + 10 * 60 * MINUTE;
    await visitor.get('/api/me');
    const messages = async () => (await visitor.get('/api/me/messages')).body.items.map((m: { title: string }) => m.title);
    await travelTo(world, next - MINUTE);
    expect(await messages()).not.toContain('到访评价邀请');
    await travelTo(world, next);
    expect(await messages()).toContain('到访评价邀请');
    const rating = { stars: 5, tags: ['讲解清楚'], words: '很耐心' };
    expect((await visitor.post(`/api/viewings/${id}/feedback`, rating)).status).toBe(200);
    expectProblem(await visitor.post(`/api/viewings/${id}/feedback`, rating), 'viewing.already-rated');
    expect((await detail(host, id)).rating).toEqual(rating);
  });

  it('a poor rating reaches the host and who leads them, once, and a good one neither', async () => {
    const supervisors = await Promise.all(['supervisor', 'supervisor-b', 'manager'].map((key) => world.as(key)));
    const heardOf = async (id: string) => {
      const inboxes = await Promise.all(supervisors.map((person) => person.inbox()));
      return inboxes.flat().filter((m) => (m.page ?? '').includes(id) && m.fields.some((f) => f.value.startsWith('接待被评')));
    };
    for (const [stars, times] of [
      [3, 0],
      [2, 1],
    ] as const) {
      const { id, visitor, host, startsAt } = await aVisitOfToday(world);
      await scan(host, await passOf(visitor, id));
      await travelTo(world, startsAt + 65 * MINUTE);
      expect((await visitor.post(`/api/viewings/${id}/feedback`, { stars, tags: ['等了太久'] })).status).toBe(200);
      await world.travel('PT14H');
      const told = await heardOf(id);
      expect(told).toHaveLength(times);
      if (times === 0) continue;
      expect(told[0]?.fields.map((f) => f.value)).toEqual(expect.arrayContaining(['接待被评 2 星', '请与接待同事了解后回访客户']));
      const toHost = (await host.inbox()).filter((m) => m.fields.some((f) => f.value === '客户评价 2 星'));
      expect(toHost).toHaveLength(1);
      // Whoever is told may open it.
      const [row] = await world.database.rows<{ leader: string }>(
        'SELECT t.leader_id AS leader FROM staff s JOIN teams t ON t.id = s.team_id WHERE s.id = ?',
        [host.me.staffId],
      );
      const leader = supervisors.find((person) => person.me.staffId === row?.leader) as Person;
      expect((await detail(leader, id)).rating.stars).toBe(2);
    }
  });

  describe('a pass', () => {
    it('is good once, however many scan it at one moment', async () => {
      const { id, visitor, host, others } = await aVisitOfToday(world);
      const pass = await passOf(visitor, id);
      const answers = await Promise.all([host, clerk, manager, ...others.slice(0, 3)].map((person) => scan(person, pass)));
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
      expect(answers.filter((a) => a.status === 409).every((a) => a.body.code === 'viewing.pass-invalid')).toBe(true);
      expectProblem(await scan(host, pass), 'viewing.pass-invalid');
      await world.travel('PT0S');
      expect(told(id)).toEqual(['viewing.checked-in']);
    });

    it('is good for five minutes, and two of them are one visit', async () => {
      const { id, visitor, host } = await aVisitOfToday(world);
      const old = await passOf(visitor, id);
      await world.travel('PT5M');
      expectProblem(await scan(host, old), 'viewing.pass-invalid');
      const [first, second] = [await passOf(visitor, id), await passOf(visitor, id)];
      expect(first).not.toBe(second);
      expect((await scan(host, ` ${first.toLowerCase()} `)).status).toBe(200);
      expectProblem(await scan(host, second), 'viewing.state-conflict');
    });

    it.each(['', 'x', '%', '😀', 'A'.repeat(65), "' OR '1'='1"])('is none when it was made up: %j', async (pass) => {
      const { status } = await scan(clerk, pass);
      expect([400, 409]).toContain(status);
    });

    it('of another project is left unused', async () => {
      const { id, visitor, host } = await aVisitOfToday(world, { projectId: lt });
      const pass = await passOf(visitor, id);
      expectProblem(await scan(clerk, pass), 'viewing.pass-invalid');
      expect((await scan(host, pass)).status).toBe(200);
    });

    it('is for the visitor alone, on the day, and kept as a hash', async () => {
      const { id, visitor, host, startsAt } = await aBookedVisit(world);
      expectProblem(await (await world.stranger('curious')).get(`/api/viewings/${id}/pass`), 'viewing.not-found');
      expectProblem(await visitor.get(`/api/viewings/${id}/pass`), 'viewing.not-yet');
      expectProblem(await host.post(`/api/staff/viewings/${id}/check-in`), 'viewing.not-yet');
      await travelTo(world, startsAt);
      const pass = await passOf(visitor, id);
      const rows = await world.database.rows<{ code_hash: string }>('SELECT * FROM viewing_passes WHERE viewing_id = ?', [id]);
      expect(JSON.stringify(rows)).not.toContain(pass);
    });
  });

  describe('the code at the door', () => {
    it('finds the visit of today, tells the host, and tells the same when scanned again', async () => {
      const { body: code } = await makeCode(clerk, { projectId: yx, kind: 'site', label: '前台', channelCode: undefined });
      const { id, visitor, host } = await aVisitOfToday(world);
      const mine = await visitor.post('/api/viewing-check-ins', { code: code.code });
      expect([mine.status, mine.body.id, mine.body.status]).toEqual([200, id, 'checked-in']);
      expect((await visitor.post('/api/viewing-check-ins', { code: code.code })).body.id).toBe(id);
      await world.travel('PT0S');
      expect(told(id)).toEqual(['viewing.checked-in']);
      expect((await host.inbox()).map((m) => m.fields.map((f) => f.value).join()).join('\n')).toContain('客户已到访');
    });

    it('scanned at home in the morning says when it is believed, and is no arrival', async () => {
      const { body: code } = await makeCode(clerk, { projectId: yx, kind: 'site', label: '前台', channelCode: undefined });
      const { id, visitor, startsAt } = await aBookedVisit(world);
      await travelTo(world, startsAt - 121 * MINUTE);
      expectProblem(await visitor.post('/api/viewing-check-ins', { code: code.code }), 'viewing.not-yet');
      expect(await statusOf(world, id)).toBe('booked');
      await travelTo(world, startsAt - 119 * MINUTE);
      expect((await visitor.post('/api/viewing-check-ins', { code: code.code })).body).toMatchObject({ id, status: 'checked-in' });
    });

    it('of another project, of another kind, retired, edited or made up is refused', async () => {
      const [there, channel, retired] = await Promise.all([
        makeCode(manager, { projectId: lt, kind: 'site', label: '前台', channelCode: undefined }),
        makeCode(manager, { projectId: yx }),
        makeCode(manager, { projectId: yx, kind: 'site', label: '旧', channelCode: undefined }),
      ]);
      await manager.post(`/api/staff/live-codes/${retired.body.id}/retirement`);
      const { id, visitor } = await aVisitOfToday(world);
      for (const code of [there.body.code, channel.body.code, retired.body.code, 'ZZZZZZZZZZ', '%E0%A4%A', '😀']) {
        expectProblem(await visitor.post('/api/viewing-check-ins', { code }), 'viewing.site-code-invalid');
      }
      expect(await statusOf(world, id)).toBe('booked');
      const nobody = await world.stranger('no-booking');
      expectProblem(await nobody.post('/api/viewing-check-ins', { code: there.body.code }), 'viewing.nothing-booked');
    });
  });

  describe('seen by colleagues', () => {
    it('is the host’s, the team’s, the clerk’s and the manager’s, and nobody else’s', async () => {
      const { id, host, others, startsAt } = await aBookedVisit(world);
      const teams = await world.database.rows<{ id: string; team_id: string }>('SELECT id, team_id FROM staff');
      const teamOf = (person: Person) => teams.find((t) => t.id === person.me.staffId)?.team_id;
      const [a, b] = await Promise.all([world.as('supervisor'), world.as('supervisor-b')]);
      const [own, other] = teamOf(a) === teamOf(host) ? [a, b] : [b, a];
      const day = beijingDate(startsAt);
      for (const person of [host, own, clerk, manager, await world.as('relations')]) {
        const { items } = (await person.get(`/api/staff/viewings?projectId=${yx}&day=${day}&limit=100`)).body;
        expect(items.map((v: { id: string }) => v.id)).toContain(id);
        expect((await person.get(`/api/staff/viewings/${id}`)).status).toBe(200);
      }
      for (const person of [other, ...others]) {
        const { items } = (await person.get(`/api/staff/viewings?projectId=${yx}&day=${day}&limit=100`)).body;
        expect(items.map((v: { id: string }) => v.id)).not.toContain(id);
        for (const verb of ['check-in', 'completion', 'no-show', 'cancellation']) {
          expectProblem(await person.post(`/api/staff/viewings/${id}/${verb}`, { ...aFeedback(), reason: '想看看' }), undefined);
        }
        expectProblem(await person.get(`/api/staff/viewings/${id}`), 'viewing.not-found');
      }
      expect(await statusOf(world, id)).toBe('booked');
      expectProblem(await (await world.stranger('outside')).get('/api/staff/viewings'), 'permission.denied');
      expect(JSON.stringify(await detail(host, id))).not.toMatch(/1[3-9]\d{9}/);
    });

    it('comes page by page in the order of the day, and by lead with the latest first', async () => {
      const visits = [
        await aBookedVisit(world, { from: 3 }),
        await aBookedVisit(world, { from: 3, at: 2 }),
        await aBookedVisit(world, { from: 3, at: 5 }),
      ];
      const day = beijingDate(visits[0]?.startsAt as number);
      const seen: { id: string; startsAt: string }[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body }: Answer = await manager.get(
          `/api/staff/viewings?projectId=${yx}&day=${day}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
        );
        seen.push(...body.items);
        cursor = body.nextCursor;
      }
      expect(seen.map((v) => v.startsAt)).toEqual(seen.map((v) => v.startsAt).sort());
      expect(seen.map((v) => v.id)).toEqual(expect.arrayContaining(visits.map((v) => v.id)));
      const { items } = (await manager.get(`/api/staff/viewings?leadId=${visits[0]?.leadId}`)).body;
      expect(items.map((v: { id: string }) => v.id)).toEqual([visits[0]?.id]);
    });
  });

  describe('without a booking', () => {
    const walkIn = (person: Person, given: object = {}, headers = {}) =>
      person.post('/api/staff/walk-ins', { projectId: yx, name: '赵路', phone: freshPhone(), ...given }, headers);

    it('is a lead and a visit that is there already, with whoever entered it', async () => {
      const lin = await world.as('agent-lin');
      const phone = freshPhone();
      const { status, body } = await walkIn(lin, { phone, partySize: 3 });
      expect([status, body.status, body.host.id]).toEqual([201, 'checked-in', lin.me.staffId]);
      await world.travel('PT0S');
      const lead = (await manager.get(`/api/staff/leads/${body.leadId}`)).body;
      expect([lead.source.code, lead.owner.id]).toEqual(['walk-in.visit', lin.me.staffId]);
      expect(await detail(lin, body.id)).toMatchObject({ partySize: 3, hostChoice: { how: 'by-hand' }, allowed: ['complete'] });
      expect(told(body.id)).toEqual(['viewing.checked-in']);
      // Entered twice at the desk: one visit.
      expect((await walkIn(clerk, { phone })).body.id).toBe(body.id);
    });

    /** A customer whom a colleague serves, and it is a time at which that colleague is at work. */
    const aServedCustomer = async (from: number) => {
      const visit = await aBookedVisit(world, { from });
      await visit.visitor.post(`/api/viewings/${visit.id}/cancellation`);
      await travelTo(world, visit.startsAt);
      return visit;
    };

    it('of somebody served by a colleague goes to that colleague, and whoever entered learns no more', async () => {
      const { leadId, phone, host, others } = await aServedCustomer(1);
      const { body } = await walkIn(others[0] as Person, { phone });
      expect([body.host.id, body.leadId]).toEqual([host.me.staffId, null]);
      expectProblem(await (others[0] as Person).get(`/api/staff/viewings/${body.id}`), 'viewing.not-found');
      expect(await detail(host, body.id)).toMatchObject({ leadId, hostChoice: { how: 'sticky' } });
    });

    it('of somebody whose colleague is not at work goes to one who is; the lead stays, and its colleague is told', async () => {
      const { leadId, phone, host, others } = await aServedCustomer(1);
      const [shift] = await world.database.rows<{ shift_id: string }>('SELECT shift_id FROM staff WHERE id = ?', [host.me.staffId]);
      await world.database.rows('UPDATE staff SET shift_id = NULL WHERE id = ?', [host.me.staffId]);
      const { status, body } = await walkIn(clerk, { phone });
      expect(status).toBe(201);
      // Entered by somebody who does not sell: a colleague who is there and free receives.
      expect(others.map((other) => other.me.staffId)).toContain(body.host.id);
      const { hostChoice, host: receives } = await detail(host, body.id);
      expect(hostChoice.sentences).toEqual([expect.stringMatching(/正在服务这位客户，但现在不在班，由.+接待$/)]);
      expect(receives.id).toBe(body.host.id);
      expect((await manager.get(`/api/staff/leads/${leadId}`)).body.owner.id).toBe(host.me.staffId);
      await world.travel('PT0S');
      expect((await host.inbox()).flatMap((m) => m.fields.map((f) => f.value)).join()).toContain(`由${body.host.name}接待，请及时跟进`);
      await world.database.rows('UPDATE staff SET shift_id = ? WHERE id = ?', [shift?.shift_id, host.me.staffId]);
    });

    it('of somebody with a booking of today is that booking', async () => {
      const { id, phone } = await aVisitOfToday(world);
      expect((await walkIn(clerk, { phone })).body).toMatchObject({ id, status: 'checked-in' });
    });

    it('of somebody who missed one this morning is the one they came for, and the door says so again', async () => {
      const plan = { mostPerPersonAndDay: 3, mostOpenPerPerson: 5 };
      await changePlan(world, manager, plan);
      const slots = (await slotsOf(world, null, { from: 2 })).filter((each) => each.bookable);
      const [early, late] = [slots[0]!, slots.at(-2)!];
      const { visitor, answer, phone } = await aVisitorAt(world, early.id);
      const second = await book(visitor, await aBooking(world, { slotId: late.id, phone }));
      const evening = await book(visitor, await aBooking(world, { slotId: slots.at(-1)!.id, phone }));
      expect([answer.status, second.status, evening.status]).toEqual([201, 201, 201]);
      const { body: code } = await makeCode(clerk, { projectId: yx, kind: 'site', label: '前台', channelCode: undefined });
      await travelTo(world, Date.parse(late.startsAt) - 5 * MINUTE);
      expect(await statusOf(world, answer.body.id)).toBe('no-show');
      expect((await walkIn(clerk, { phone })).body.id).toBe(second.body.id);
      expect((await visitor.post('/api/viewing-check-ins', { code: code.code })).body.id).toBe(second.body.id);
      expect(await statusOf(world, evening.body.id)).toBe('booked');
      await changePlan(world, manager, { mostPerPersonAndDay: 1, mostOpenPerPerson: 2 });
    });

    it('entered by six at one moment is one visit and one lead', async () => {
      const phone = freshPhone();
      const agents = await allAgents(world);
      const answers = await Promise.all(agents.map((agent) => walkIn(agent, { phone })));
      expect(answers.map((a) => a.status)).toEqual(Array(6).fill(201));
      expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    });

    it('keeps its answer for a repeated key, and refuses what it must', async () => {
      const headers = { 'idempotency-key': 'one-walk-in-for-two-taps' };
      const phone = freshPhone();
      const [first, again] = [await walkIn(clerk, { phone }, headers), await walkIn(clerk, { phone }, headers)];
      expect(again.body).toEqual(first.body);
      expectProblem(await walkIn(clerk, { phone: '12345' }), 'phone.invalid');
      expectProblem(await walkIn(clerk, { channelCode: 'made.up' }), 'channel.unknown');
      expectProblem(await walkIn(clerk, { projectId: lt }), 'project.not-found');
      expectProblem(await walkIn(clerk, { name: '😀' }), 'request.invalid');
      expectProblem(await walkIn(await world.as('engineer')), 'permission.denied');
    });
  });

  describe('that nobody came to', () => {
    it('is missed after the grace time, and whoever comes late that day is welcome', async () => {
      const { id, visitor, host, startsAt } = await aVisitOfToday(world);
      await travelTo(world, startsAt + 29 * MINUTE);
      expect(await statusOf(world, id)).toBe('booked');
      expect((await detail(host, id)).urgency).toEqual({ text: '已迟到 29 分钟', late: true });
      await travelTo(world, startsAt + 36 * MINUTE);
      expect(await statusOf(world, id)).toBe('no-show');
      expect(told(id)).toEqual(['viewing.ended']);
      expect((await scan(host, await passOf(visitor, id))).status).toBe(200);
      await world.travel('PT0S');
      expect(told(id)).toEqual(['viewing.ended', 'viewing.checked-in']);
    });

    it('is over with its day', async () => {
      const { id, visitor, host, startsAt } = await aVisitOfToday(world);
      await travelTo(world, startsAt + DAY);
      expectProblem(await host.post(`/api/staff/viewings/${id}/check-in`), 'viewing.state-conflict');
      expectProblem(await visitor.get(`/api/viewings/${id}/pass`), 'viewing.state-conflict');
      expectProblem(await visitor.post(`/api/viewings/${id}/feedback`, { stars: 1, tags: [] }), 'viewing.state-conflict');
    });

    it('is said by the host before the clock says it, not before the time', async () => {
      const { id, host, startsAt } = await aVisitOfToday(world);
      expectProblem(await host.post(`/api/staff/viewings/${id}/no-show`), 'viewing.not-yet');
      await travelTo(world, startsAt + MINUTE);
      expect((await host.post(`/api/staff/viewings/${id}/no-show`)).body.status).toBe('no-show');
    });
  });

  describe('handed to another colleague', () => {
    it('takes the other one’s time, frees the first one’s, and tells all three', async () => {
      const { id, host, visitor, startsAt } = await aBookedVisit(world, { from: 7 });
      const { items } = (await manager.get(`/api/staff/viewings/${id}/hosts`)).body;
      const free = items.find((c: { dropped: string | null; chosen: boolean }) => c.dropped === null && !c.chosen);
      const body = { toStaffId: free.staffId, reason: '客户想了解洋房' };
      expectProblem(await host.post(`/api/staff/viewings/${id}/rehosting`, body), 'permission.denied');
      expect((await manager.post(`/api/staff/viewings/${id}/rehosting`, body)).status).toBe(200);
      const times = await world.database.rows<{ staff_id: string }>('SELECT DISTINCT staff_id FROM viewing_host_times WHERE holder = ?', [
        id,
      ]);
      expect(times).toEqual([{ staff_id: free.staffId }]);
      expect(await detail(manager, id)).toMatchObject({ host: { id: free.staffId }, hostChoice: { how: 'by-hand' } });
      expect((await visitor.get(`/api/viewings/${id}`)).body.host.id).toBe(free.staffId);
      const theirs = (await host.get(`/api/staff/viewings?view=mine&day=${beijingDate(startsAt)}`)).body.items;
      expect(theirs.map((v: { id: string }) => v.id)).not.toContain(id);
    });

    it('never to somebody who receives another visitor then, also of two hand-overs at one moment', async () => {
      const [first, second] = [await aBookedVisit(world, { from: 8 }), await aBookedVisit(world, { from: 8 })];
      expect(first.startsAt).toBe(second.startsAt);
      const busy = { toStaffId: second.host.me.staffId, reason: '换人' };
      expectProblem(await manager.post(`/api/staff/viewings/${first.id}/rehosting`, busy), 'viewing.host-busy');
      const { items } = (await manager.get(`/api/staff/viewings/${first.id}/hosts`)).body;
      const free = items.find((c: { dropped: string | null; chosen: boolean }) => c.dropped === null && !c.chosen);
      const to = { toStaffId: free.staffId, reason: '换人' };
      const answers = await Promise.all([first, second].map(({ id }) => manager.post(`/api/staff/viewings/${id}/rehosting`, to)));
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
      const nobody = { toStaffId: clerk.me.staffId, reason: '换人' };
      expectProblem(await manager.post(`/api/staff/viewings/${first.id}/rehosting`, nobody), 'viewing.host-busy');
    });
  });

  it('is called off by the house with a reason, by the host or who assigns', async () => {
    const { id, host, visitor } = await aBookedVisit(world, { from: 9 });
    expectProblem(await clerk.post(`/api/staff/viewings/${id}/cancellation`, { reason: '临时闭馆' }), 'permission.denied');
    expectProblem(await host.post(`/api/staff/viewings/${id}/cancellation`, { reason: ' ' }), 'request.invalid');
    expect((await host.post(`/api/staff/viewings/${id}/cancellation`, { reason: '临时闭馆' })).status).toBe(200);
    await world.travel('PT0S');
    expect(told(id)).toEqual(['viewing.ended']);
    expect((await visitor.get(`/api/viewings/${id}`)).body.status).toBe('cancelled');
    // The reason is a note among colleagues.
    expect((await detail(host, id)).timeline[0].text).toContain('临时闭馆');
    const heard = JSON.stringify([(await visitor.get('/api/me/messages')).body, await visitor.inbox()]);
    expect(heard).toContain('预约取消');
    expect(heard).not.toContain('临时闭馆');
  });

  it('warns the host once when what the visitor wants to see is gone', async () => {
    const [unit] = await world.database.rows<{ id: string }>(`SELECT id FROM units WHERE project_id = ? AND state = 'available' LIMIT 1`, [
      yx,
    ]);
    const { id, host, startsAt } = await aBookedVisit(world, { from: 2, unitIds: [unit?.id as string] });
    expect((await detail(host, id)).warnings).toEqual([]);
    await world.database.rows(`UPDATE units SET state = 'sold' WHERE id = ?`, [unit?.id]);
    await travelTo(world, startsAt - 3 * 60 * MINUTE);
    expect((await detail(host, id)).warnings).toEqual([expect.stringMatching(/已售$/)]);
    await travelTo(world, startsAt - 20 * MINUTE);
    const warned = (await host.inbox()).filter((m) => m.fields.some((f) => f.value === '意向房源有变化'));
    expect(warned).toHaveLength(1);
    expect((await detail(host, id)).timeline.filter((e: { type: string }) => e.type === 'warned')).toHaveLength(1);
  });

  describe('written down', () => {
    it('once, by who received or leads, with times to come', async () => {
      const { id, leadId, host } = await aVisitOfToday(world);
      expectProblem(await host.post(`/api/staff/viewings/${id}/completion`, aFeedback()), 'viewing.state-conflict');
      await host.post(`/api/staff/viewings/${id}/check-in`);
      expectProblem(await clerk.post(`/api/staff/viewings/${id}/completion`, aFeedback()), 'permission.denied');
      const past = aFeedback({ nextAt: new Date(world.now() - MINUTE).toISOString() });
      expectProblem(await host.post(`/api/staff/viewings/${id}/completion`, past), 'follow-up.next-in-past');
      const odd = { ...aFeedback(), objections: ['too-loud'] };
      expectProblem(await host.post(`/api/staff/viewings/${id}/completion`, odd), 'request.invalid');
      const nextAt = new Date(world.now() + 3 * DAY).toISOString();
      const form = aFeedback({ nextPlan: '带家人复访', nextAt });
      const answers = await Promise.all([1, 2, 3, 4].map(() => host.post(`/api/staff/viewings/${id}/completion`, form)));
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
      await world.travel('PT0S');
      const lead = (await host.get(`/api/staff/leads/${leadId}`)).body;
      expect(lead.followUps).toHaveLength(1);
      expect(lead.nextFollowUpAt).toBe(nextAt);
      const titles = (await host.get(`/api/staff/leads/${leadId}/tasks`)).body.items.map((t: { title: string }) => t.title);
      expect(titles).toEqual(expect.arrayContaining(['带家人复访', '次日回访到访感受']));
      expect(told(id)).toEqual(['viewing.checked-in', 'viewing.completed']);
    });
  });

  it('can be rated once it is over, though the host wrote nothing down, by the visitor alone', async () => {
    const { id, visitor, host, endsAt } = await aVisitOfToday(world);
    await host.post(`/api/staff/viewings/${id}/check-in`);
    const rate = (person: Person, rating: object) => person.post(`/api/viewings/${id}/feedback`, rating);
    expectProblem(await rate(visitor, { stars: 4, tags: [] }), 'viewing.state-conflict');
    expect((await visitor.get(`/api/viewings/${id}`)).body.allowed).toEqual([]);
    await travelTo(world, endsAt);
    expect((await visitor.get(`/api/viewings/${id}`)).body.allowed).toEqual(['rate']);
    for (const bad of [{ stars: 0 }, { stars: 6 }, { stars: 2.5 }, { tags: ['太吵'] }]) {
      expectProblem(await rate(visitor, { stars: 4, tags: [], ...bad }), 'request.invalid');
    }
    expectProblem(await rate(await world.stranger('not-here'), { stars: 1, tags: [] }), 'viewing.not-found');
    const answers = await Promise.all([1, 2, 5].map((stars) => rate(visitor, { stars, tags: ['等了太久'] })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
    expect((await detail(host, id)).rating.tags).toEqual(['等了太久']);
  });

  it('counts in the report: hours, the way to a deal, hosts, objections', async () => {
    const day = beijingDate(world.now());
    const { id, leadId, host } = await aVisitOfToday(world, { from: 1 });
    await host.post(`/api/staff/viewings/${id}/check-in`);
    await host.post(`/api/staff/viewings/${id}/completion`, aFeedback({ objections: ['school'] }));
    await host.post(`/api/staff/leads/${leadId}/closure`, { outcome: 'won', reason: '认购' });
    const to = beijingDate(world.now());
    const route = `/api/staff/viewing-report?projectId=${yx}&from=${day}&to=${to}`;
    const { status, body } = await manager.get(route);
    expect(status).toBe(200);
    expect(body.funnel.won).toBeGreaterThanOrEqual(1);
    expect(body.funnel.booked).toBeGreaterThanOrEqual(body.funnel.noShow + body.funnel.cancelled);
    expect(body.heat.reduce((sum: number, cell: { visits: number }) => sum + cell.visits, 0)).toBe(body.funnel.visited);
    expect(body.objections).toEqual(expect.arrayContaining([{ key: 'school', label: '学区配套', count: 1 }]));
    expect(body.byHost.find((h: { staffId: string }) => h.staffId === host.me.staffId).won).toBeGreaterThanOrEqual(1);
    expectProblem(await host.get(route), 'permission.denied');
    expectProblem(await manager.get(route.replace(`to=${to}`, 'to=2020-01-01')), 'request.invalid');
    expectProblem(await (await world.as('supervisor')).get(route.replace(yx, lt)), 'project.not-found');
  });
});
