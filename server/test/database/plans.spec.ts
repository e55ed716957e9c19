import { utimesSync } from 'node:fs';
import path from 'node:path';
import { beijingDate } from '@guihu/shared';
import { HomeRegister } from '../../src/modules/registers/home';
import { UploadRegister } from '../../src/modules/registers/upload';
import { type Person, startApp, type TestApp } from '../support/app';
import { aCrowd } from '../support/crowd';
import { aDayOfVisits } from '../support/day-of-visits';
import { accept, homesOf, importList, invite, LIST_HEADER } from '../support/homes';
import { aLead, allAgents, anOfferedLead, freshPhone, submit } from '../support/leads';
import { makeCode, referralCodeOf } from '../support/live-codes';
import { aDayOfNeighbours } from '../support/neighbour-day';
import { recordStatements, type Statement } from '../support/recorded-statements';
import { aDayOfReferrals } from '../support/referral-day';
import { aDayOfRewards } from '../support/reward-day';
import { aDayOfService } from '../support/service-day';
import { aPhoto, dataDirOf, filesOf, sendFile, show } from '../support/uploads';
import { aBookedVisit, aFeedback, travelTo } from '../support/visits';

const MANY = 20_000;
/** Reading more than this for one answer means that the answer gets slower with each year. */
const TOO_MANY = 3_000;

/** Tables that grow with use; the others are as big as the house. */
const GROWING = [
  'accounts',
  'appeals',
  'audit_entries',
  'consents',
  'customers',
  'declared_relatives',
  'dispatch_decisions',
  'extra_interests',
  'extra_views',
  'follow_ups',
  'fraud_flags',
  'home_claim_counts',
  'home_import_rows',
  'home_invitations',
  'idempotency_keys',
  'jobs',
  'lead_events',
  'lead_offers',
  'lead_touches',
  'leads',
  'ledger_entries',
  'ledger_people',
  'ledger_transfers',
  'live_code_scans',
  'live_codes',
  'messages',
  'point_lots',
  'redemptions',
  'referral_events',
  'referrals',
  'residents',
  'revisits',
  'reward_events',
  'rewarded_referrals',
  'rewards',
  'routing_decisions',
  'sessions',
  'sop_reminders',
  'sop_tasks',
  'stories',
  'uploads',
  'verdicts',
  'viewing_events',
  'viewing_passes',
  'viewing_host_times',
  'viewing_slots',
  'viewing_waits',
  'viewings',
  'work_order_events',
  'work_orders',
];

/** Statements that count everything that is open on purpose. */
const WHOLE_ON_PURPOSE = [
  /^SELECT t\.staff_id FROM agent_loads t LEFT JOIN leads l/,
  // The open leads of one project, which are as many as its people can serve.
  /^SELECT l\.owner_id, l\.status, COUNT\(\*\)/,
  // Begins with the leads of one colleague or team, which are as many as they can serve; the crowd gives one of them thousands.
  // One row for each owner and extra of one project: as many as its owners can ask for.
  /^SELECT x\.id, .* FROM extras x LEFT JOIN extra_interests i ON i\.extra_id = x\.id\s+WHERE x\.project_id = \? GROUP BY/s,
  /^SELECT r\.\* FROM referrals r WHERE r\.lead_id IN \(SELECT l\.id FROM leads l WHERE l\.owner_id IN/,
];

/** Which table each name in a statement stands for. */
function tablesOf(sql: string): Map<string, string> {
  const names = new Map<string, string>();
  const plain = sql.replace(/[`"]/g, '');
  for (const [, table, alias] of plain.matchAll(
    /\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(?!WHERE|SET|ON|LEFT|INNER|JOIN|ORDER|GROUP|LIMIT|UNION|USING)(\w+))?/gi,
  )) {
    names.set(table as string, table as string);
    if (alias) names.set(alias, table as string);
  }
  return names;
}

describe('the plan of a statement', () => {
  let world: TestApp;
  let agents: Person[];
  let statements: Statement[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    await aCrowd(world, MANY);
    statements = await recordStatements(world.database.dataSource, () => aDay(world, agents));
  }, 300_000);
  afterAll(() => world?.stop());

  /** Growing tables that this statement reads whole, or too much of. */
  const wholeReads = async (statement: Statement): Promise<string[]> =>
    world.database.dialect === 'mysql'
      ? [...(await scansOnMysql(statement)), ...(await readsOnMysql(statement))]
      : scansOnSqlite(statement);

  const scansOnMysql = async ({ sql, parameters }: Statement): Promise<string[]> => {
    const isRead = /^\s*SELECT/i.test(sql);
    const plan = await world.database.rows<{ table: string; type: string; rows: number }>(`EXPLAIN ${sql}`, parameters);
    const scanned = plan
      .filter((step) => (step.type === 'ALL' || (step.type === 'index' && !isRead)) && Number(step.rows) > TOO_MANY)
      .map((step) => tablesOf(sql).get(step.table) ?? '');
    return scanned.filter((table) => GROWING.includes(table)).map((table) => `${table} is read whole`);
  };

  /** An estimate does not know where a page ends; what was read does. */
  const readsOnMysql = async ({ sql, parameters }: Statement): Promise<string[]> => {
    if (!/^\s*SELECT/i.test(sql)) return [];
    const connection = world.database.dataSource.createQueryRunner();
    try {
      await connection.query('FLUSH STATUS');
      await connection.query(sql, parameters);
      const reads: { Value: string }[] = await connection.query(`SHOW SESSION STATUS LIKE 'Handler_read%'`);
      const total = reads.reduce((sum, { Value }) => sum + Number(Value), 0);
      return total > TOO_MANY ? [`${total} rows are read`] : [];
    } finally {
      await connection.release();
    }
  };

  const scansOnSqlite = async ({ sql, parameters }: Statement): Promise<string[]> => {
    const plan = await world.database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    return plan.flatMap(({ detail }) => {
      const table = tablesOf(sql).get(/^SCAN (\w+)/.exec(detail)?.[1] ?? '') ?? '';
      // Walking an index from its end for one page is no scan.
      const isPage = /USING (COVERING )?INDEX/.test(detail) && /LIMIT/.test(sql) && !/WHERE (?!1 = 1 ORDER)/.test(sql);
      return GROWING.includes(table) && !isPage ? [`${table}: ${detail}`] : [];
    });
  };

  const isPlanned = (sql: string) => /^\s*(SELECT|UPDATE|DELETE)/i.test(sql) && !/sqlite_master|information_schema/i.test(sql);

  it('was recorded for a whole day of work', () => {
    const touched = new Set(statements.flatMap((s) => [...tablesOf(s.sql).values()]));
    expect(GROWING.filter((table) => !touched.has(table))).toEqual([]);
    expect(statements.filter((s) => isPlanned(s.sql)).length).toBeGreaterThan(80);
  });

  it('reads no growing table whole', async () => {
    const found: string[] = [];
    for (const statement of statements.filter((s) => isPlanned(s.sql))) {
      if (WHOLE_ON_PURPOSE.some((pattern) => pattern.test(statement.sql.trim()))) continue;
      for (const read of await wholeReads(statement)) found.push(`${read}\n    ${statement.sql.replace(/\s+/g, ' ').slice(0, 400)}`);
    }
    expect(found).toEqual([]);
  });

  it('would be noticed if it did', async () => {
    expect(await wholeReads({ sql: `SELECT l.id FROM leads l WHERE l.note = ?`, parameters: ['x'] })).not.toEqual([]);
    expect(await wholeReads({ sql: `UPDATE jobs SET attempts = 0 WHERE last_error = ?`, parameters: ['x'] })).not.toEqual([]);
    expect(await wholeReads({ sql: 'SELECT id FROM leads WHERE id = ?', parameters: ['x'] })).toEqual([]);
  });
});

/** A photo is sent twice, used, looked at and let go. */
async function aPhotoIsUsed(world: TestApp, person: Person): Promise<void> {
  const photo = await aPhoto();
  const headers = { 'idempotency-key': 'one-photo-of-the-day' };
  const { body } = await sendFile(world, person, photo, { headers });
  await sendFile(world, person, photo, { headers });
  await sendFile(world, person, photo);
  const uploads = world.app.get(UploadRegister);
  const subject = 'work-order:of-the-day';
  await world.database.useCase((tx) => uploads.attach(tx, person.me, [body.id], subject, 'report'));
  const refused = world.database.useCase((tx) => uploads.attach(tx, person.me, [body.id], subject, 'report'));
  await refused.catch(() => undefined);
  for (const { url } of await uploads.of(subject)) await show(world, url);
  await world.database.useCase((tx) => uploads.release(tx, subject));
  const longAgo = new Date(Date.now() - 48 * 3_600_000);
  for (const file of filesOf(world)) utimesSync(path.join(dataDirOf(world), file), longAgo, longAgo);
}

/** Everything people and the clock ask of the database between two mornings. */
async function aDay(world: TestApp, agents: Person[]): Promise<void> {
  const [manager, supervisor, admin, clerk] = await Promise.all([
    world.as('manager'),
    world.as('supervisor'),
    world.as('admin'),
    world.as('relations'),
  ]);
  const { projectId, name } = await aLead(world, {});
  const phone = freshPhone();
  const prospect = await world.stranger('daily', `+86${phone}`);
  await prospect.post('/api/me/phone', { code: await prospect.phoneCode() });
  await submit(world, prospect, await aLead(world, {}));
  await submit(world, prospect, await aLead(world, {}));
  for (const route of [
    '/api/me',
    '/api/me/leads',
    '/api/me/messages',
    '/api/me/messages/unread',
    '/api/me/consents',
    '/api/projects',
    `/api/projects/${projectId}`,
  ])
    await prospect.get(route);
  await prospect.post('/api/me/consents/withdrawal', { purposes: ['marketing'] });
  const [{ code: channelCode }] = (await clerk.get('/api/channels')).body.items;
  await aPhotoIsUsed(world, prospect);
  await clerk.post('/api/staff/leads/duplicate-probe', { projectId, phone });
  await clerk.post('/api/staff/leads', { projectId, name, phone: freshPhone(), channelCode });
  await world.travel('PT0S');

  await aDayAtHome(world, prospect, manager);
  await aDayOfService(world);
  await aDayOfReferrals(world);
  await aDayOfRewards(world);
  await aDayOfNeighbours(world);
  await aDayOfVisits(world, prospect, manager);
  const { leadId, agent, others } = await anOfferedLead(world, agents);
  await agent.post(`/api/staff/leads/${leadId}/acceptance`);
  await world.travel('PT0S');
  const later = (hours: number) => new Date(world.now() + hours * 3_600_000).toISOString();
  await agent.post(`/api/staff/leads/${leadId}/follow-ups`, {
    occurredAt: later(0),
    method: 'phone',
    content: '电话沟通',
    feedback: '考虑中',
    nextPlan: '再联系',
    nextAt: later(24),
  });
  await agent.post(`/api/staff/leads/${leadId}/phone-reveal`);
  for (const route of ['', '/routing', '/tasks', '/messages']) await agent.get(`/api/staff/leads/${leadId}${route}`);
  await agent.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: others[0]?.me.staffId, reason: '休假' });
  await (others[0] as Person).post(`/api/staff/leads/${leadId}/decline`, { reason: '休假' });
  const another = await anOfferedLead(world, agents);
  await another.agent.post(`/api/staff/leads/${another.leadId}/acceptance`);
  await world.travel('PT0S');
  const [task] = (await another.agent.get(`/api/staff/leads/${another.leadId}/tasks`)).body.items;
  await another.agent.post(`/api/staff/tasks/${task?.id}/completion`, { note: '已处理' });
  await another.agent.post(`/api/staff/leads/${another.leadId}/closure`, { outcome: 'lost', reason: '无意向' });

  for (const person of [agent, supervisor, manager, admin]) {
    const first = (await person.get('/api/staff/leads?limit=20')).body;
    await person.get(`/api/staff/leads?limit=20&cursor=${first.nextCursor}`);
    for (const query of [
      'status=accepted',
      'status=pooled',
      'status=closed',
      `projectId=${projectId}`,
      `status=offered&projectId=${projectId}`,
      'view=urgent',
      'q=赵',
      `q=${phone}`,
      'q=C100',
    ])
      await person.get(`/api/staff/leads?${encodeURI(query)}`);
    await person.get(`/api/staff/lead-board?projectId=${projectId}`);
    for (const due of ['today', 'overdue', 'upcoming']) await person.get(`/api/staff/tasks?due=${due}`);
    for (const route of ['/api/staff/colleagues', '/api/staff/duty', '/api/me/messages', '/api/me/messages/unread'])
      await person.get(route);
  }
  for (const query of ['', 'status=dead', 'status=pending', 'kind=message.deliver', 'status=done&kind=message.deliver']) {
    const first = (await admin.get(`/api/staff/jobs?limit=20&${query}`)).body;
    if (first.nextCursor) await admin.get(`/api/staff/jobs?limit=20&${query}&cursor=${first.nextCursor}`);
  }
  const [dead] = (await admin.get('/api/staff/jobs?status=dead&limit=1')).body.items;
  await admin.post(`/api/staff/jobs/${dead.id}/rerun`);
  await world.http('GET', '/metrics');
  await world.http('GET', '/api/health/ready');
  await aDayOnSite(world, manager, await world.as('clerk'));
  // Offers run out, reminders fall due, the sweep and the pruning take their turns.
  await world.travel('PT8H');
  await world.http('DELETE', '/api/sessions/current', undefined, { authorization: `Bearer ${prospect.token}` });
}

/** Codes are scanned, visitors come with and without a booking, and what became of it is read. */
async function aDayOnSite(world: TestApp, manager: Person, clerk: Person): Promise<void> {
  const [{ id: projectId }] = (await world.http('GET', '/api/projects')).body.items;
  const code = (await makeCode(manager, { projectId })).body;
  const door = (await makeCode(manager, { projectId, kind: 'site', channelCode: undefined })).body;
  const scanner = await world.stranger('scanner-of-the-day');
  for (const person of [scanner, scanner]) await person.post(`/api/live-codes/${code.code}/scans`);
  await fetch(`${world.url}${code.pictureUrl}`);
  await submit(world, scanner, await aLead(world, { projectId, liveCode: code.code, phone: freshPhone() }));
  const owner = await world.as('owner');
  await referralCodeOf(world, owner, projectId);
  await referralCodeOf(world, owner, projectId);
  const admin = await world.as('admin');
  const [first, second] = [await aBookedVisit(world), await aBookedVisit(world, { from: 2 })];
  for (const person of [first.host, await world.as('supervisor'), clerk, manager, admin]) {
    for (const query of ['', 'view=mine', 'view=owed', `projectId=${projectId}`, `leadId=${first.leadId}`])
      await person.get(`/api/staff/viewings?day=${beijingDate(first.startsAt)}&limit=1&${query}`);
    await person.get(`/api/staff/viewings/${first.id}`);
    for (const query of ['', `projectId=${projectId}`, 'kind=agent']) await person.get(`/api/staff/live-codes?limit=1&${query}`);
  }
  await manager.get(`/api/staff/viewings/${second.id}/hosts`);
  await second.host.post(`/api/staff/viewings/${second.id}/cancellation`, { reason: '临时闭馆' });
  await travelTo(world, first.startsAt);
  const { code: pass } = (await first.visitor.get(`/api/viewings/${first.id}/pass`)).body;
  await clerk.post('/api/staff/viewing-check-ins', { pass });
  await first.visitor.post('/api/viewing-check-ins', { code: door.code });
  await first.host.post(`/api/staff/viewings/${first.id}/completion`, aFeedback());
  await first.visitor.post(`/api/viewings/${first.id}/feedback`, { stars: 5, tags: [] });
  await clerk.post('/api/staff/walk-ins', { projectId, name: '赵路', phone: freshPhone() });
  await manager.post(`/api/staff/live-codes/${code.id}/retirement`);
  const today = beijingDate(world.now());
  await manager.get(`/api/staff/viewing-report?projectId=${projectId}&from=${today}&to=${today}`);
  await manager.get(`/api/staff/referral-share?from=${today}&to=${today}`);
}

/** An owner lets somebody in and out again, and the purchaser list comes. */
async function aDayAtHome(world: TestApp, guest: Person, manager: Person): Promise<void> {
  const owner = await world.as('owner');
  const [home] = await homesOf(owner);
  const unitId = home?.unitId as string;
  const { code } = await invite(owner, unitId, { role: 'tenant', until: '2027-06-30' });
  await guest.get(`/api/home-invitations/${code}`);
  await guest.post('/api/me/homes', { unitId });
  await accept(guest, code);
  await homesOf(guest);
  const people = (await homesOf(owner))[0]?.people ?? [];
  await owner.post(`/api/me/homes/${unitId}/people/${people[1]?.id}/removal`);
  const { id } = await invite(owner, unitId, { role: 'family' });
  await owner.post(`/api/me/homes/invitations/${id}/revocation`);
  await importList(world, manager, [LIST_HEADER, ['1 号楼', '101', '江一帆', freshPhone(), '2025-06-30']]);
  await importList(world, manager, [LIST_HEADER, ['1 号楼', '101', '江一帆', freshPhone(), '2025-07-01']]);
  await importList(world, manager, [LIST_HEADER, ['1 号楼', '101', '江上风', freshPhone(), '2025-07-01']]);
  await world.app.get(HomeRegister).peopleOf(unitId);
}
