import { permissionsOf, type ViewingReport } from '@guihu/shared';
import { startWeapp, type WxAnswer, type WxRequest } from './harness';
import { agent } from './staff-lead.fixture';

const headers = { 'X-Guihu-Now': '2026-11-23T02:00:00.000Z' };
const manager = { ...agent, name: '周明', roles: ['manager'] as const, permissions: permissionsOf(['manager']) };

const REPORT: ViewingReport = {
  heat: [{ weekday: 6, hour: 10, visits: 12 }],
  funnel: { booked: 40, visited: 25, noShow: 6, cancelled: 9, revisited: 5, won: 3 },
  byHost: [{ staffId: 'a', name: '林晓', booked: 20, visited: 10, noShow: 4, won: 1, rating: 4.75 }],
  objections: [{ key: 'price', label: '价格偏高', count: 11 }],
  byStop: [],
};

/** What was written onto the canvases, in the order in which it was. */
const written: string[] = [];

/** Nothing is painted here; what would be is noted. */
function aCanvas() {
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 12 }),
    fillText: (text: string) => void written.push(text),
  };
  const brush = new Proxy(known, { get: (of, name: string) => of[name] ?? (() => undefined) });
  return { getContext: () => brush, width: 0, height: 0 };
}

function createSelectorQuery() {
  let done: () => void = () => undefined;
  const query: Record<string, unknown> = {
    in: () => query,
    select: () => query,
    fields: () => query,
    exec: (told: (answers: object[]) => void) => {
      done = () => told([{ node: aCanvas(), width: 309, height: 200 }]);
      setTimeout(done, 0);
    },
  };
  return query;
}

function answer({ path }: WxRequest): WxAnswer {
  const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: manager }, headers };
  if (path === '/api/me') return ok(manager);
  if (path === '/api/projects') return ok({ items: [{ id: 'p1', name: '云溪府' }], nextCursor: null });
  if (path.startsWith('/api/staff/viewing-report?')) return ok(REPORT);
  return { status: 404, body: { status: 404, code: 'route.not-found', title: '没有找到这个页面或资源' }, headers };
}

describe('the report of visits, in the mini-program as it ships', () => {
  const weapp = startWeapp({ answer, wx: { createSelectorQuery } });

  it('asks for whole days and draws its field of weekdays and hours on a canvas of WeChat', async () => {
    const page = await weapp.open('subpackages/insight/pages/viewings/index');
    await page.until('周六 10 点到访最多，12 组');
    expect(page.text()).toContain('林晓接待最多，10 组');
    for (let waited = 0; waited < 100 && !written.includes('12'); waited += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toEqual(expect.arrayContaining(['周六', '9点', '12', '11 组']));
    const asked = weapp.requests.filter(({ path }) => path.startsWith('/api/staff/viewing-report?')).at(-1)?.path;
    expect(asked).toMatch(/from=2026-10-25&to=2026-11-23/);
    page.close();
  });
});
