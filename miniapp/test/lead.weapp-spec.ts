import type { StaffLeadDetail } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';
import { agent, offeredLead, routing, servedLead } from './staff-lead.fixture';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const headers = { 'X-Guihu-Now': new Date(NOW).toISOString() };

/** The lead as the server has it, and what it answers to a yes; each story sets its own. */
let lead: StaffLeadDetail | null;
let onAccept: () => WxAnswer;
/** Each story has a lead of its own: what was shown of another would be shown again at first. */
let id = 'l0';
let stories = 0;
const at = () => `/api/staff/leads/${id}`;

const problem = (status: number, code: string, title: string): WxAnswer => ({
  status,
  body: { type: `urn:guihu:problem:${code}`, status, code, title },
  headers,
});

function answer({ method, path }: WxRequest): WxAnswer {
  const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: agent }, headers };
  if (path === '/api/me') return ok(agent);
  if (path === '/api/wechat/subscribe-templates') return ok({ items: [] });
  if (path === `${at()}/routing`) return ok(routing);
  if (path === `${at()}/acceptance` && method === 'POST') return onAccept();
  if (path === `${at()}/phone-reveal`) return ok({ phone: '+8613820001111', recordedAt: headers['X-Guihu-Now'] });
  if (path === at()) return lead ? ok({ ...lead, id }) : problem(404, 'lead.not-found', '没有找到这条线索');
  // Tasks and deliveries included: the page has to stand without them.
  return problem(404, 'route.not-found', '没有找到这个页面或资源');
}

describe('the lead page, in the mini-program as it ships', () => {
  const weapp = startWeapp({ answer });
  const sent = () => weapp.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  const buttons = (page: OpenPage) => page.root.querySelectorAll('.bottom-bar .button').map(({ dom }) => dom.textContent?.trim());
  const open = async (): Promise<OpenPage> => {
    const page = await weapp.open('subpackages/sales/pages/lead/index', { id });
    await page.until('陈一诺 女士');
    weapp.requests.length = 0;
    return page;
  };

  beforeEach(() => {
    id = `l${++stories}`;
    lead = offeredLead(NOW);
    weapp.calls.length = 0;
    onAccept = () => {
      lead = servedLead(NOW);
      return { status: 201, body: { id: 'l1', status: 'accepted' }, headers };
    };
  });

  it('shows who, until when and why by then, with the number hidden', async () => {
    const page = await open();
    expect(page.text()).toContain('138****1111');
    expect(page.text()).toMatch(/待接单，还剩 1[45] 分钟/);
    expect(page.text()).toContain('从现在起计 15 个工作分钟');
    expect(page.text()).toContain('还不知道：预算、购房目的');
    page.close();
  });

  it('accepts with one tap and then offers the call and the record', async () => {
    const page = await open();
    await page.fire(page.find('.bottom-bar .button', '接单'));
    await page.until('待首次联系');
    expect(sent()).toEqual([`POST ${at()}/acceptance`]);
    expect(buttons(page)).toEqual(['更多', '打电话', '记跟进']);
    page.close();
  });

  it('sends one yes for two quick taps', async () => {
    const page = await open();
    const button = page.find('.bottom-bar .button', '接单');
    button.dispatchEvent('tap', { bubbles: true });
    await page.fire(button);
    await page.until('待首次联系');
    expect(sent()).toEqual([`POST ${at()}/acceptance`]);
    page.close();
  });

  it('shows a button for what the server allows, and for nothing else', async () => {
    lead = offeredLead(NOW, { allowed: ['accept'] });
    const one = await open();
    expect(buttons(one)).toEqual(['接单']);
    one.close();
    id = 'l-none';
    lead = offeredLead(NOW, { allowed: [] });
    const none = await open();
    await none.until('陈一诺');
    expect(buttons(none)).toEqual([]);
    none.close();
  });

  it('says that a colleague was faster, and that the lead is gone', async () => {
    onAccept = () => {
      lead = null;
      return problem(409, 'lead.taken', '这条线索已由其他同事接单');
    };
    const page = await open();
    await page.fire(page.find('.bottom-bar .button', '接单'));
    await page.until('这条线索不在你名下');
    expect(page.text()).toContain('这条线索已由其他同事接单');
    expect(weapp.called('showToast')[0]?.title).toBe('这条线索已由其他同事接单');
    expect(page.root.querySelectorAll('.bottom-bar')).toEqual([]);
    page.close();
  });

  it('tells the decision in order behind 为什么: the rules, who was considered, and why not', async () => {
    const page = await open();
    await page.fire(page.find('.who-card__why .who-card__link'));
    await page.until('依次看过的规则');
    for (const words of ['洋房找擅长的顾问', '意向产品不在范围内', '按此分配', '在跟 12/60', '现在不在班'])
      expect(page.text()).toContain(words);
    page.close();
  });

  it('offers no way to call somebody who has withdrawn their agreement to be called', async () => {
    lead = { ...servedLead(NOW), contactAllowed: false };
    const page = await open();
    expect(page.text()).toContain('客户已撤回联系授权');
    expect(page.root.querySelectorAll('.phone-line .button')).toEqual([]);
    expect(buttons(page)).not.toContain('打电话');
    page.close();
  });

  it('closes a served lead from 更多, with how it ended and why', async () => {
    lead = servedLead(NOW);
    const page = await open();
    await page.fire(page.find('.bottom-bar .button', '更多'));
    await page.fire(page.find('.cell', '关闭线索'));
    await page.until('关闭后不再安排跟进');
    await page.fire(page.find('.sheet__foot .button', '关闭线索'));
    expect(page.text()).toContain('请选择结果');
    expect(sent()).toEqual([]);
    await page.fire(page.find('.chip', '已流失'));
    await page.fire(page.find('.chip', '选择了其他楼盘'));
    await page.fire(page.find('.sheet__foot .button', '关闭线索'));
    expect(weapp.requests.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])).toEqual([
      [`${at()}/closure`, { outcome: 'lost', reason: '选择了其他楼盘' }],
    ]);
    page.close();
  });

  it('asks for the number only when told to, and dials what it got', async () => {
    const page = await open();
    expect(sent()).toEqual([]);
    await page.fire(page.find('.phone-line .button', '查看号码'));
    await page.until('138 2000 1111');
    await page.fire(page.find('.phone-line .button', '拨打'));
    expect(sent()).toEqual([`POST ${at()}/phone-reveal`]);
    expect(weapp.called('makePhoneCall').map(({ phoneNumber }) => phoneNumber)).toEqual(['+8613820001111']);
    page.close();
  });
});
