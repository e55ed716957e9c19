import { permissionsOf } from '@guihu/shared';
import { aReport } from '../src/subpackages/insight/pages/service/_lib/report.fixture';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';
import { agent } from './staff-lead.fixture';

const headers = { 'X-Guihu-Now': '2026-11-23T02:00:00.000Z' };
const manager = { ...agent, name: '周明', roles: ['manager'] as const, permissions: permissionsOf(['manager']) };

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

/** A finger on a canvas: WeChat tells the page where on it, which the simulator's own touches do not. */
function touch({ root }: OpenPage, id: string, at: { x: number; y: number }): void {
  const target = { id, dataset: {} };
  root.instance.eh?.({ type: 'touchstart', target, currentTarget: target, touches: [at], changedTouches: [at], detail: {}, timeStamp: 1 });
}

function answer({ path }: WxRequest): WxAnswer {
  const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: manager }, headers };
  if (path === '/api/me') return ok(manager);
  if (path === '/api/projects') return ok({ items: [{ id: 'p1', name: '云溪府' }], nextCursor: null });
  if (path.startsWith('/api/staff/work-order-report?')) return ok(aReport());
  return { status: 404, body: { status: 404, code: 'route.not-found', title: '没有找到这个页面或资源' }, headers };
}

describe('the service report, in the mini-program as it ships', () => {
  const weapp = startWeapp({ answer, wx: { createSelectorQuery } });
  const until = async (drawn: string) => {
    for (let waited = 0; waited < 100 && !written.includes(drawn); waited += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toContain(drawn);
  };

  it('asks for thirty whole days, draws them on canvases, and gives a table away by copying', async () => {
    const page = await weapp.open('subpackages/insight/pages/service/index');
    await page.until('30 张已评价，满意率 93.3%，离 95% 的目标差 1.7 个百分点');
    const asked = weapp.requests.find(({ path }) => path.includes('work-order-report'))?.path ?? '';
    expect(decodeURIComponent(asked)).toContain('projectId=p1&from=2026-10-24T16:00:00.000Z&to=2026-11-23T16:00:00.000Z');

    for (const drawn of ['渗漏水', '18 张 45%', '办结目标 24 小时', '目标 95%', '93.3%', '3.5 星 偏低，15 张', '丁海', '11/2'])
      await until(drawn);

    // Nothing is drawn anew by itself; a finger brings the values of its day up.
    written.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(written).toEqual([]);
    touch(page, 'chart-1', { x: 60, y: 100 });
    await until('完成');

    await page.fire(page.find('.picture-card .button', '复制表格'));
    expect(weapp.called('setClipboardData')[0]).toMatchObject({ data: '日期\t报事\t完成\n2026-11-01\t3\t1\n2026-11-02\t1\t2' });
    page.close();
  });
});
