import type { StaffViewingDetail } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';
import { agent } from './staff-lead.fixture';
import { aVisit } from './staff-viewing.fixture';

const NOW = Date.parse('2026-11-23T02:00:00Z'); // Monday 10:00 in Beijing
const headers = { 'X-Guihu-Now': new Date(NOW).toISOString() };

/** The visit as the server has it. */
let visit: StaffViewingDetail;
/** What the server does with the feedback; throws when the network is gone. */
let onFeedback: () => WxAnswer;
/** What stands before the camera; null when the person turns away. */
let scanned: string | null;

function answer({ method, path }: WxRequest): WxAnswer {
  const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: agent }, headers };
  if (path === '/api/me') return ok(agent);
  if (path === '/api/wechat/subscribe-templates') return ok({ items: [] });
  if (path === '/api/projects') return ok({ items: [{ id: 'p1', name: '云溪府' }], nextCursor: null });
  if (path.startsWith('/api/staff/viewings?')) return ok({ items: [visit], nextCursor: null });
  if (path === '/api/staff/viewing-check-ins' && method === 'POST') {
    visit = aVisit(NOW, 25, { status: 'checked-in', allowed: ['complete'] });
    return { status: 201, body: { id: 'v1', status: 'checked-in' }, headers };
  }
  if (path === '/api/staff/viewings/v1/completion' && method === 'POST') return onFeedback();
  if (path === '/api/staff/viewings/v1') return ok(visit);
  return { status: 404, body: { status: 404, code: 'route.not-found', title: '没有找到这个页面或资源' }, headers };
}

describe('receiving a visitor, in the mini-program as it ships', () => {
  const scanCode = (options: { success?: (answer: object) => void; fail?: (failure: object) => void }) => {
    if (scanned === null) options.fail?.({ errMsg: 'scanCode:fail cancel' });
    else options.success?.({ result: scanned, errMsg: 'scanCode:ok' });
  };
  const weapp = startWeapp({ answer, wx: { scanCode } });
  const sent = () => weapp.requests.filter(({ method }) => method !== 'GET' && method !== undefined);
  const posts = () => sent().filter(({ path }) => path !== '/api/sessions');

  /** A busy machine draws later than a tap is over. */
  const told = async (name: string) => {
    for (let waited = 0; waited < 100 && weapp.called(name).length === 0; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(weapp.called(name).length).toBeGreaterThan(0);
  };

  /** The first answer tells what day it is: what was drawn before that is drawn anew. */
  beforeAll(async () => {
    visit = aVisit(NOW, 25);
    const page = await weapp.open('subpackages/sales/pages/viewing/index', { id: 'v1' });
    await page.until('今天 10:25–11:25');
    page.close();
  });

  beforeEach(() => {
    visit = aVisit(NOW, 25);
    onFeedback = () => ({ status: 201, body: { id: 'v1', status: 'completed' }, headers });
    scanned = null;
    weapp.requests.length = 0;
    weapp.calls.length = 0;
    for (const key of [...weapp.storage.keys()]) if (key.includes('draft')) weapp.storage.delete(key);
  });

  it('draws the day as a strip whose blocks say how they stand, and as a list', async () => {
    const page = await weapp.open('subpackages/sales/pages/viewings/index');
    await page.until('还有 2');
    expect(page.text()).toContain('10:25–11:25');
    const track = page.find('.day-strip__track');
    expect(decodeURIComponent(track.dom.getAttribute('style') ?? '')).toContain('<svg');
    expect(page.find('.day-strip__block', '陈一诺').dom.textContent).toContain('已约');
    await page.fire(page.find('.day-strip__block', '陈一诺'));
    await told('navigateTo');
    expect(weapp.called('navigateTo').at(-1)).toMatchObject({ url: '/subpackages/sales/pages/viewing/index?id=v1' });
    page.close();
  });

  it('checks in whoever shows their pass, and nobody when the person turns away', async () => {
    const page = await weapp.open('subpackages/sales/pages/viewings/index');
    await page.until('核对到访码');
    await page.fire(page.find('.button', '核对到访码'));
    await page.until('扫一扫访客的码');
    await page.fire(page.find('.button', '扫一扫访客的码'));
    expect(posts()).toEqual([]);
    scanned = '314 159';
    await page.fire(page.find('.button', '扫一扫访客的码'));
    await told('navigateTo');
    expect(posts()).toMatchObject([{ path: '/api/staff/viewing-check-ins', body: { pass: '314159' } }]);
    expect(weapp.called('showToast').at(-1)).toMatchObject({ title: '已签到' });
    expect(weapp.called('navigateTo').at(-1)).toMatchObject({ url: '/subpackages/sales/pages/viewing/index?id=v1' });
    page.close();
  });

  const tap = (page: OpenPage, words: string) => page.fire(page.find('.tap', words));

  it('keeps a feedback that the network lost, and sends the same again under the same key', async () => {
    visit = aVisit(NOW, -70, { status: 'checked-in', allowed: ['complete'] });
    const page = await weapp.open('subpackages/sales/pages/viewing-feedback/index', { id: 'v1' });
    await page.until('带客户看了');
    await tap(page, '保存带看反馈');
    await page.until('请点选带客户看了哪些');
    expect(posts()).toEqual([]);
    for (const words of ['沙盘讲解', '样板间', '价格偏高', '要带家人再来看', '高意向']) await tap(page, words);
    onFeedback = () => {
      throw new Error('gone');
    };
    await tap(page, '保存带看反馈');
    await page.until('网络');
    page.close();
    onFeedback = () => ({ status: 201, body: { id: 'v1', status: 'completed' }, headers });
    const again = await weapp.open('subpackages/sales/pages/viewing-feedback/index', { id: 'v1' });
    await again.until('带客户看了');
    await tap(again, '保存带看反馈');
    await told('redirectTo');
    const keys = posts().map(({ headers: given }) => given['Idempotency-Key']);
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(posts().at(-1)?.body).toEqual({ objections: ['price'], tour: ['sandbox', 'showroom'], words: '要带家人再来看', level: 'hot' });
    again.close();
  });
});
