import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Person, startApp, type TestApp } from '../support/app';
import { aLead, freshPhone, submit } from '../support/leads';
import { expectProblem, raw, rowCounts } from '../support/refusals';

const json = { 'content-type': 'application/json' };
const nonsense = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.anything({ maxDepth: 2 }));
/** What a person may type where an id belongs, safe to stand in an address. */
const oddId = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('..', '../..', "' OR 1=1 --", '%00', '\u0000', '%', '_', 'null', 'undefined', '__proto__', '😀', 'x'.repeat(190)),
  )
  .map((text) => encodeURIComponent(text))
  .filter((text) => text !== '.' && text !== '..');

/** Two forms are so short that nonsense hits them now and then. */
const rightByChance = (form: unknown): boolean => {
  const { onDuty, purposes } = (form ?? {}) as Record<string, unknown>;
  return typeof onDuty === 'boolean' || (Array.isArray(purposes) && purposes.length > 0 && purposes.every((p) => typeof p === 'string'));
};

describe('a stranger who sends nonsense', () => {
  let world: TestApp;
  let prospect: Person;
  let agent: Person;
  let manager: Person;
  let admin: Person;

  beforeAll(async () => {
    world = await startApp();
    prospect = await world.stranger('bad-requests');
    [agent, manager, admin] = await Promise.all([world.as('agent-lin'), world.as('manager'), world.as('admin')]);
  });
  afterAll(() => world?.stop());

  /** Whatever it is, it is refused and leaves nothing behind. */
  const refused = async (ask: () => ReturnType<TestApp['http']>): Promise<void> => {
    const before = await rowCounts(world);
    expectProblem(await ask());
    expect(await rowCounts(world)).toEqual(before);
  };

  it.each(['/api/sessions', '/api/dev/clock'])('cannot get anything out of %s', (route) =>
    fc.assert(
      fc.asyncProperty(fc.oneof(nonsense, fc.dictionary(fc.string(), nonsense)), (body) =>
        refused(() => world.http('POST', route, JSON.stringify(body) ?? '', json)),
      ),
      { numRuns: 100 },
    ),
  );

  it('cannot sign in with a code that is no code', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(nonsense, fc.constant('x'.repeat(1 << 20)), fc.constant('x'.repeat(201)), fc.constant('\u0000')), (code) =>
        refused(() => world.http('POST', '/api/sessions', { code })),
      ),
      { numRuns: 50 },
    ));

  it('cannot bind a phone with a code that is no code', () =>
    fc.assert(
      fc.asyncProperty(nonsense, (code) => refused(() => prospect.post('/api/me/phone', { code }))),
      { numRuns: 50 },
    ));

  it('cannot move the clock by what is no duration', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          nonsense,
          fc.constantFrom('P', 'PT', 'P1Y', 'PT-2H', '-PT2H', 'PT1.5H', 'PT2H ', 'pt2h', `PT${'9'.repeat(30)}H`, 'PT0S\n'),
        ),
        (advance) => refused(() => world.http('POST', '/api/dev/clock', { advance })),
      ),
      { numRuns: 60 },
    ));

  it('finds nothing under a made-up project', () =>
    fc.assert(
      fc.asyncProperty(oddId, (id) => refused(() => world.http('GET', `/api/projects/${id}`))),
      { numRuns: 80 },
    ));

  it.each(['/api/policy', '/api/projects', '/api/wechat/subscribe-templates', '/api/health/live'])(
    'gets %s all the same with odd query parameters',
    (route) =>
      fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.string({ maxLength: 50 }), async (name, value) => {
          const answer = await world.http('GET', `${route}?${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
          if (answer.status !== 200) expectProblem(answer);
        }),
        { numRuns: 20 },
      ),
  );

  it('is refused with a reason when a list is asked for wrongly', async () => {
    const cursor = (parts: unknown) => encodeURIComponent(Buffer.from(JSON.stringify(parts)).toString('base64url'));
    const wrong = [
      ...['limit=0', 'limit=101', 'limit=1.5', 'limit=x', 'limit=-1', 'limit=1e2x', 'limit=', 'limit=1&limit=2', 'limit[]=1'],
      ...[
        'cursor=x',
        'cursor=%00',
        `cursor=${'x'.repeat(300)}`,
        `cursor=${cursor({})}`,
        `cursor=${cursor([])}`,
        `cursor=${cursor([null])}`,
      ],
      ...['page=2', '__proto__=1', 'constructor=1', 'limit=Infinity'],
    ];
    for (const query of wrong) {
      await refused(() => agent.get(`/api/staff/leads?${query}`));
      await refused(() => admin.get(`/api/staff/jobs?${query}`));
    }
    for (const query of [
      'status=nothing',
      'view=all',
      `q=${'长'.repeat(41)}`,
      'status=offered&status=accepted',
      `projectId=${'x'.repeat(37)}`,
    ])
      await refused(() => agent.get(`/api/staff/leads?${query}`));
    for (const query of ['due=someday', 'due=', 'due[]=today']) await refused(() => agent.get(`/api/staff/tasks?${query}`));
    await refused(() => admin.get('/api/staff/jobs?status=lost'));
  });

  it('pages from a cursor of the wrong shape without a failure', async () => {
    for (const parts of [['x'], [1], ['x', 'y', 'z'], [1e300, 'x'], ['\u0000'], ["' OR 1=1"], [-1, -1]]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      for (const route of [
        '/api/staff/leads?',
        '/api/staff/tasks?due=overdue&',
        '/api/staff/jobs?',
        '/api/me/messages?',
        '/api/me/work-orders?',
        '/api/staff/work-orders?',
        '/api/staff/work-orders?view=team&',
        '/api/staff/work-orders?view=done&',
        '/api/staff/work-orders?q=1&',
        '/api/staff/revisits?',
        '/api/staff/revisits?status=done&',
      ]) {
        const answer = await admin.get(`${route}cursor=${cursor}`);
        if (answer.status !== 200) expectProblem(answer);
      }
    }
  });

  it('finds no search text that breaks the list', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('%', '_', '\\', "'", '"; DROP TABLE leads', '𠮷')),
        async (q) => {
          for (const list of ['leads', 'work-orders']) {
            const answer = await manager.get(`/api/staff/${list}?q=${encodeURIComponent(q)}`);
            if (answer.status !== 200) expectProblem(answer);
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('reads no order, home, board, rota or report of a made-up id or time', () =>
    fc.assert(
      fc.asyncProperty(
        oddId,
        fc.constantFrom('', 'x', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T00:00:00Z', '1e9', '2026-11-23'),
        async (id, at) => {
          for (const route of ['', '/dispatch', '/messages']) await refused(() => manager.get(`/api/staff/work-orders/${id}${route}`));
          await refused(() => prospect.get(`/api/work-orders/${id}`));
          await refused(() => prospect.get(`/api/warranty?unitId=${id}&category=${id}`));
          await refused(() => manager.get(`/api/staff/work-order-board?projectId=${id}`));
          await refused(() => manager.get(`/api/staff/contractors?projectId=${id}`));
          for (const route of ['rota', 'work-order-report']) {
            await refused(() => admin.get(`/api/staff/${route}?projectId=${id}&from=${at}&to=${at}`));
            await refused(() => admin.get(`/api/staff/${route}?projectId=x&from=${at}&to=2026-11-24T00:00:00Z`));
          }
          await refused(() => manager.post(`/api/staff/rota/${id}/removal`));
        },
      ),
      { numRuns: 15 },
    ));

  const verbs: [string, unknown][] = [
    ['acceptance', {}],
    ['decline', { reason: '忙' }],
    ['transfer', { toStaffId: 'nobody', reason: '忙' }],
    ['closure', { outcome: 'lost', reason: '无意向' }],
    ['phone-reveal', {}],
  ];

  it.each(verbs)('finds no lead for %s under a made-up id', (verb, body) =>
    fc.assert(
      fc.asyncProperty(oddId, (id) => refused(() => agent.post(`/api/staff/leads/${id}/${verb}`, body))),
      { numRuns: 25 },
    ),
  );

  it.each(['decline', 'transfer', 'follow-ups', 'closure'])('cannot %s with an odd form', async (verb) => {
    const { body } = await submit(world, prospect, await aLead(world, { phone: freshPhone() }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(nonsense, fc.dictionary(fc.constantFrom('reason', 'toStaffId', 'outcome', 'content', 'nextAt'), nonsense)),
        (form) => refused(() => manager.post(`/api/staff/leads/${body.id}/${verb}`, JSON.stringify(form) ?? '', json)),
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['PUT', '/api/staff/duty'],
    ['POST', '/api/staff/leaves'],
    ['POST', '/api/staff/leads'],
    ['POST', '/api/staff/leads/duplicate-probe'],
    ['POST', '/api/me/consents/withdrawal'],
    ['POST', '/api/staff/rota'],
  ])('cannot %s %s with an odd form', (method, route) =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          nonsense,
          fc.dictionary(
            fc.constantFrom('from', 'to', 'fromAt', 'toAt', 'staffId', 'onDuty', 'reason', 'phone', 'projectId', 'name', 'purposes'),
            nonsense,
          ),
        ),
        (form) => {
          fc.pre(!rightByChance(form));
          return refused(() =>
            world.http(method, route, JSON.stringify(form) ?? '', { ...json, authorization: `Bearer ${manager.token}` }),
          );
        },
      ),
      { numRuns: 50 },
    ),
  );

  it('cannot publish rules or calendar days made of nonsense', async () => {
    const projectId = (await world.http('GET', '/api/projects')).body.items[0].id;
    const put = (route: string, body: unknown) =>
      world.http('PUT', route, JSON.stringify(body) ?? '', { ...json, authorization: `Bearer ${manager.token}` });
    const rule = fc.record({ name: nonsense, when: nonsense, strategy: nonsense, candidates: nonsense }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(nonsense, fc.record({ rules: fc.oneof(nonsense, fc.array(rule)), version: nonsense }, { requiredKeys: [] })),
        (body) => refused(() => put(`/api/staff/projects/${projectId}/routing-rules`, body)),
      ),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(oddId, nonsense, (date, body) => refused(() => put(`/api/staff/calendars/sales/days/${date}`, body))),
      { numRuns: 40 },
    );
  });

  it.each([
    '%',
    '%ff',
    '/..%2f..%2fetc/passwd',
    '/%c0%ae%c0%ae/x',
    '//',
    '/.git/config',
    '/api/../../etc/passwd',
    '/api//leads',
    `/${'x'.repeat(5_000)}`,
  ])('finds nothing at the address %j', async (path) => {
    const answer = await raw(world, `GET /api/nothing${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expectProblem(answer);
  });

  it.each([
    ['a bad method', 'NONSENSE /api/policy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['no protocol at all', 'hello\r\n\r\n'],
    ['a header without end', `GET /api/policy HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`],
    [
      'a body without its length',
      'POST /api/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{}',
    ],
    [
      'a body longer than allowed',
      'POST /api/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{}',
    ],
  ])('is refused for %s', async (_, request) => {
    const answer = await raw(world, request);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectProblem(answer);
  });

  it('is refused for a correlation id of their own making', async () => {
    const answer = await world.http('GET', '/api/projects/none', undefined, { 'x-correlation-id': '<script>alert(1)</script>' });
    expectProblem(answer, 'project.not-found');
    expect(answer.body.correlationId).not.toContain('script');
    const own = randomUUID();
    expect((await world.http('GET', '/api/projects/none', undefined, { 'x-correlation-id': own })).body.correlationId).toBe(own);
  });

  it.each(['PATCH', 'PUT', 'DELETE'])('cannot %s what can only be read', async (method) => {
    expectProblem(await world.http(method, '/api/policy', method === 'DELETE' ? undefined : {}));
  });
});
