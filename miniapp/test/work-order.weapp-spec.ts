import type { StaffWorkOrderDetail } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';
import { askedOrder, dispatch, doneOrder, engineer, heldOrder } from './staff-order.fixture';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const headers = { 'X-Guihu-Now': new Date(NOW).toISOString() };

/** The order as the server has it, what it answers to a verb, and whether it can be reached; each story sets its own. */
let order: StaffWorkOrderDetail;
let onVerb: (verb: string) => WxAnswer;
let away = false;
/** Each story has an order of its own: what was shown of another would be shown again at first. */
let id = 'o0';
let stories = 0;
const at = () => `/api/staff/work-orders/${id}`;

const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
const changed = (): WxAnswer => ({ status: 201, body: { id, number: order.number, status: order.status }, headers });
const problem = (status: number, code: string, title: string): WxAnswer => ({
  status,
  body: { type: `urn:guihu:problem:${code}`, status, code, title },
  headers,
});

function answer({ method, path }: WxRequest): WxAnswer {
  if (away) throw new Error('no network');
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: engineer }, headers };
  if (path === '/api/me') return ok(engineer);
  if (path === '/api/wechat/subscribe-templates') return ok({ items: [] });
  if (path === `${at()}/dispatch`) return ok(dispatch);
  if (path === `${at()}/messages`) return ok({ items: [] });
  if (path === `${at()}/phone-reveal`) return ok({ phone: '+8613900000003', recordedAt: headers['X-Guihu-Now'] });
  if (method === 'POST' && path.startsWith(`${at()}/`)) return onVerb(path.slice(at().length + 1));
  if (path === at()) return ok({ ...order, id });
  return problem(404, 'route.not-found', '没有找到这个页面或资源');
}

describe('a work order, in the mini-program as it ships', () => {
  const weapp = startWeapp({ answer });
  const sent = () =>
    weapp.requests.filter(({ method, path }) => method === 'POST' && path.startsWith(at())).map(({ path }) => path.slice(at().length + 1));
  const keys = () => weapp.requests.filter(({ path }) => path.endsWith('/completion')).map((request) => request.headers['Idempotency-Key']);
  const buttons = (page: OpenPage) => page.root.querySelectorAll('.bottom-bar .button').map(({ dom }) => dom.textContent?.trim());
  const open = async (name = 'order', words = '云溪府 1号楼 1203'): Promise<OpenPage> => {
    const page = await weapp.open(`subpackages/service/pages/${name}/index`, { id });
    await page.until(words);
    weapp.requests.length = 0;
    return page;
  };

  beforeEach(() => {
    id = `o${++stories}`;
    away = false;
    order = askedOrder(NOW);
    weapp.calls.length = 0;
    onVerb = () => changed();
  });

  it('shows what broke, where, until when and why it came here, with the number hidden', async () => {
    const page = await open();
    for (const words of ['龙头漏水', '厨房龙头关不紧一直滴水', '139****0003', '质保内', '派给马师傅']) expect(page.text()).toContain(words);
    expect(page.text()).toMatch(/待接单，还剩 (2 小时|1 小时 59 分)/);
    page.close();
  });

  it('accepts with one tap and then offers the visit', async () => {
    onVerb = () => {
      order = heldOrder(NOW);
      return changed();
    };
    const page = await open();
    expect(buttons(page)).toEqual(['更多', '暂不接', '接单']);
    await page.fire(page.find('.bottom-bar .button', '接单'));
    await page.until('待上门');
    expect(sent()).toEqual(['acceptance']);
    expect(buttons(page)).toEqual(['更多', '打电话', '我已到场']);
    page.close();
  });

  it('tells how the time came about and how the dispatch was decided', async () => {
    const page = await open();
    await page.fire(page.find('.clock-rows__why', '为什么'));
    await page.until('应在 12:00 前接单');
    await page.fire(page.find('.work-head__link', '为什么'));
    await page.until('依次看过的规则');
    for (const words of ['不是投诉或建议', '按此派单', '手上 2/12']) expect(page.text()).toContain(words);
    page.close();
  });

  it('says that a colleague was faster', async () => {
    onVerb = () => problem(409, 'work-order.taken', '这张工单已由其他同事接单');
    const page = await open();
    await page.fire(page.find('.bottom-bar .button', '接单'));
    await page.until('这张工单已由其他同事接单。以下是最新的情况');
    page.close();
  });

  it('asks for the number only when told to, and dials what it got', async () => {
    const page = await open();
    await page.fire(page.find('.phone-line .button', '查看号码'));
    await page.until('139 0000 0003');
    await page.fire(page.find('.phone-line .button', '拨打'));
    expect(sent()).toEqual(['phone-reveal']);
    expect(weapp.called('makePhoneCall').map(({ phoneNumber }) => phoneNumber)).toEqual(['+8613900000003']);
    page.close();
  });

  it('keeps an arrival on the phone without a network, lets the work go on, and sends all in order under one key each', async () => {
    order = heldOrder(NOW);
    const page = await open();
    away = true;
    await page.fire(page.find('.bottom-bar .button', '我已到场'));
    await page.fire(page.find('.sheet__foot .button', '确认到场'));
    await page.until('排队中');
    expect(page.text()).toMatch(/今天 10:0\d 到场/);
    expect(buttons(page)).toEqual(['暂停', '完成']);
    page.close();

    const finish = await weapp.open('subpackages/service/pages/finish/index', { id });
    await finish.until('处理了什么');
    await finish.fire(finish.find('.chip', '已更换配件'));
    await finish.fire(finish.find('.bottom-bar .button', '完成维修'));
    weapp.requests.length = 0;
    away = false;
    onVerb = (verb) => {
      if (verb === 'completion') order = doneOrder(NOW);
      return changed();
    };
    const back = await weapp.open('subpackages/service/pages/order/index', { id });
    await back.until('待评价');
    expect(sent()).toEqual(['arrival', 'completion']);
    expect(new Set(keys()).size).toBe(1);
    await back.until('处理结果');
    expect(back.text()).not.toContain('排队中');
    finish.close();
    back.close();
  });

  it('shows a refusal that came later on the order, and goes on when it is given up', async () => {
    order = heldOrder(NOW);
    const page = await open();
    away = true;
    await page.fire(page.find('.bottom-bar .button', '我已到场'));
    await page.fire(page.find('.sheet__foot .button', '确认到场'));
    await page.until('排队中');
    away = false;
    onVerb = () => problem(409, 'work-order.state-conflict', '工单状态已变化，请刷新后再操作');
    await page.until('没有成功');
    expect(page.text()).toContain('工单状态已变化');
    await page.fire(page.find('.waiting-card .button', '放弃这一步'));
    expect(page.root.querySelectorAll('.waiting-card')).toEqual([]);
    expect(buttons(page)).toContain('我已到场');
    page.close();
  });

  it('opens without a network what was read before the app was closed, says since when, and offers only what may wait', async () => {
    order = heldOrder(NOW);
    const page = await open();
    page.close();
    const before = id;
    // Nothing but the phone's storage outlives the app.
    id = `${before}-again`;
    const [name, kept] = [...weapp.storage].find(([key]) => key.endsWith(':staff-orders')) as [string, string];
    expect(kept).not.toMatch(/陈玉兰|139\*/);
    weapp.storage.set(name, kept.replaceAll(`"${before}"`, `"${id}"`));
    away = true;
    const again = await weapp.open('subpackages/service/pages/order/index', { id });
    await again.until('以下是今天 10:00 的内容');
    for (const words of ['厨房龙头关不紧一直滴水', '云溪府 1号楼 1203', '质保内']) expect(again.text()).toContain(words);
    expect(buttons(again)).toEqual(['更多', '完成', '我已到场']);
    again.close();
  });

  it('does not send a completion without words, and needs cause and remedy for a complaint', async () => {
    order = heldOrder(NOW, { kind: 'complaint', status: 'working', allowed: ['finish'], categoryName: '噪音扰民' });
    const page = await open('finish', '根本原因');
    await page.fire(page.find('.bottom-bar .button', '办结'));
    for (const words of ['请写一句处理了什么', '请写明根本原因', '请写明改进措施']) expect(page.text()).toContain(words);
    expect(sent()).toEqual([]);
    for (const chip of ['已现场核实', '管理不到位', '增加巡查频次']) await page.fire(page.find('.chip', chip));
    await page.fire(page.find('.bottom-bar .button', '办结'));
    expect(weapp.requests.find(({ path }) => path.endsWith('/completion'))?.body).toEqual({
      words: '已现场核实',
      rootCause: '管理不到位',
      correctiveAction: '增加巡查频次',
    });
    page.close();
  });
});
