import type { ReferralShare } from '@guihu/shared';
import { newId } from '../../../src/platform/database/columns';
import { insertRows } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { expectProblem } from '../../support/refusals';
import { projectOf } from '../../support/rewards';

const RECOMMENDED = 'referral.owner';
const ELSEWHERE = ['online.douyin', 'walk-in.visit', 'campaign.expo'] as const;
const at = (time: string): number => Date.parse(`${time}+08:00`);

describe('the share of recommendations', () => {
  let world: TestApp;
  let clerk: Person;
  let manager: Person;
  let supervisor: Person;
  let yx: string;
  let lt: string;

  beforeAll(async () => {
    world = await startApp();
    [clerk, manager, supervisor] = (await Promise.all(['clerk', 'manager', 'supervisor'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
    ];
    [yx, lt] = [await projectOf(world), await projectOf(world, 'LT')];
  });
  afterAll(() => world?.stop());

  const share = async (person: Person, from: string, to: string, projectId?: string): Promise<ReferralShare> => {
    const { status, body } = await person.get(
      `/api/staff/referral-share?from=${from}&to=${to}${projectId ? `&projectId=${projectId}` : ''}`,
    );
    expect(status).toBe(200);
    return body;
  };

  /** A lead that came at that time, is won at the other, and whose customer stood in the sales office on these. */
  const came = async (
    time: string,
    channelCode: string,
    { won, visits = [], projectId = yx, owner }: { won?: string; visits?: string[]; projectId?: string; owner?: Person } = {},
  ): Promise<void> => {
    const desk = projectId === yx ? clerk : manager;
    const form = { projectId, name: '李雷雷', phone: freshPhone(), channelCode };
    const { status, body } = await desk.post('/api/staff/leads', form);
    expect(status).toBe(201);
    const id = body.id as string;
    const closed = won ? at(won) : null;
    await world.database.rows(
      'UPDATE leads SET created_at = ?, closed_at = ?, outcome = ?, owner_id = ?, status = ?, open_key = CASE WHEN ? = 1 THEN NULL ELSE open_key END WHERE id = ?',
      [at(time), closed, won ? 'won' : null, owner?.me.staffId ?? null, won ? 'closed' : 'accepted', won ? 1 : 0, id],
    );
    const [lead] = await world.database.rows<{ customer_id: string }>('SELECT customer_id FROM leads WHERE id = ?', [id]);
    const rows = visits.map((day) => visitRow(projectId, lead?.customer_id as string, id, at(day)));
    await world.database.transaction((tx) => insertRows(tx, 'viewings', rows));
  };

  const visitRow = (projectId: string, customerId: string, leadId: string | null, when: number, status = 'checked-in') => {
    const id = newId();
    return {
      id,
      number: `T-${id.slice(-20)}`,
      project_id: projectId,
      kind: 'viewing',
      starts_at: when,
      ends_at: when + 3_600_000,
      status,
      origin: 'walk-in',
      customer_id: customerId,
      lead_id: leadId,
      host_choice: {},
      unit_ids: [],
      general: true,
      checked_in_at: status === 'checked-in' ? when : null,
      created_at: when,
      updated_at: when,
    };
  };

  it('of nothing there is none, and the target is said all the same', async () => {
    expect(await share(manager, '2026-01-01', '2026-01-31', yx)).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
      start: 0.18,
      target: 0.32,
      total: {
        leads: { referral: 0, all: 0, share: null },
        visits: { referral: 0, all: 0, share: null },
        deals: { referral: 0, all: 0, share: null },
      },
      months: [expect.objectContaining({ month: '2026-01' })],
    });
  });

  it('counts leads, visits and deals by the first source, each in its month of Beijing', async () => {
    const lin = await world.as('agent-lin');
    // September: four leads, one of them recommended; it comes twice and is won in October.
    await came('2026-09-01T00:00:00', RECOMMENDED, {
      won: '2026-10-08T15:00:00',
      visits: ['2026-09-12T10:00:00', '2026-10-02T10:00:00'],
      owner: lin,
    });
    await came('2026-09-15T09:00:00', ELSEWHERE[0], { visits: ['2026-09-20T10:00:00'] });
    await came('2026-09-20T09:00:00', ELSEWHERE[1], { won: '2026-09-30T23:59:59' });
    await came('2026-09-30T23:59:59', ELSEWHERE[2]);
    // October: three leads, two of them recommended; deals of two more, one of which was lost.
    await came('2026-10-01T00:00:00', RECOMMENDED);
    await came('2026-10-05T09:00:00', 'referral.partner', { visits: ['2026-10-31T23:30:00'] });
    await came('2026-10-06T09:00:00', ELSEWHERE[0], { won: '2026-10-31T23:59:59' });
    // Another project, and a visit of somebody without a lead.
    await came('2026-10-07T09:00:00', RECOMMENDED, { projectId: lt, won: '2026-10-09T09:00:00' });
    const [customer] = await world.database.rows<{ id: string }>('SELECT id FROM customers LIMIT 1');
    await world.database.transaction((tx) =>
      insertRows(tx, 'viewings', [
        visitRow(yx, customer?.id as string, null, at('2026-10-10T10:00:00')),
        visitRow(yx, customer?.id as string, null, at('2026-10-11T10:00:00'), 'no-show'),
      ]),
    );

    const { total, months } = await share(manager, '2026-09-01', '2026-10-31', yx);
    expect(months).toEqual([
      {
        month: '2026-09',
        leads: { referral: 1, all: 4, share: 0.25 },
        visits: { referral: 1, all: 2, share: 0.5 },
        deals: { referral: 0, all: 1, share: 0 },
      },
      {
        month: '2026-10',
        leads: { referral: 2, all: 3, share: 0.6667 },
        visits: { referral: 2, all: 3, share: 0.6667 },
        deals: { referral: 1, all: 2, share: 0.5 },
      },
    ]);
    expect(total).toEqual({
      leads: { referral: 3, all: 7, share: 0.4286 },
      visits: { referral: 3, all: 5, share: 0.6 },
      deals: { referral: 1, all: 3, share: 0.3333 },
    });
    // One second less of October, and the deal of its last second is gone; all projects together hold the other one too.
    expect((await share(manager, '2026-09-01', '2026-10-30', yx)).total.deals).toEqual({ referral: 1, all: 2, share: 0.5 });
    const together = await share(manager, '2026-09-01', '2026-10-31');
    expect(together.total.leads).toEqual({ referral: 4, all: 8, share: 0.5 });
    expect(together.total.deals).toEqual({ referral: 2, all: 4, share: 0.5 });
    expect((await share(manager, '2026-09-01', '2026-10-31', lt)).total.visits.share).toBeNull();
  });

  it('shows a supervisor what their team has, and nobody else anything', async () => {
    const seen = await share(supervisor, '2026-09-01', '2026-10-31', yx);
    expect(seen.total.leads).toEqual({ referral: 1, all: 1, share: 1 });
    expect((await share(supervisor, '2026-09-01', '2026-10-31')).total.leads).toEqual(seen.total.leads);
    const route = `/api/staff/referral-share?from=2026-09-01&to=2026-10-31&projectId=${yx}`;
    for (const key of ['agent-lin', 'clerk', 'relations', 'engineer', 'owner'])
      expectProblem(await (await world.as(key)).get(route), 'permission.denied');
    expectProblem(await supervisor.get(route.replace(yx, lt)), 'project.not-found');
  });

  it('is asked for days that are days, in their order, a year at most', async () => {
    const ask = (from: string, to: string) => manager.get(`/api/staff/referral-share?from=${from}&to=${to}`);
    expectProblem(await ask('2026-10-01', '2026-09-30'), 'request.invalid');
    expectProblem(await ask('2025-01-01', '2026-10-01'), 'request.invalid');
    expect((await ask('2026-10-1', '2026-10-31')).status).toBe(400);
    expect((await share(manager, '2025-11-01', '2026-10-31')).months).toHaveLength(12);
  });

  it('is held against the target that was set', async () => {
    const other = await startApp({ REFERRAL_SHARE_TARGET: '45' });
    try {
      const { body } = await (await other.as('manager')).get('/api/staff/referral-share?from=2026-09-01&to=2026-09-30');
      expect([body.start, body.target]).toEqual([0.18, 0.45]);
    } finally {
      await other.stop();
    }
  });
});
