import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';
import { agent, servedLead } from './staff-lead.fixture';

const NOW = Date.parse('2026-11-23T02:00:00Z'); // Monday 10:00 in Beijing
const headers = { 'X-Guihu-Now': new Date(NOW).toISOString() };
const created = (): WxAnswer => ({ status: 201, body: { id: 'f1', nextAt: '2026-11-24T02:00:00.000Z' }, headers });

/** What the server does with a record; throws when the network is gone. */
let onRecord: () => WxAnswer;

function answer({ method, path }: WxRequest): WxAnswer {
  const ok = (body: unknown): WxAnswer => ({ status: 200, body, headers });
  if (path === '/api/sessions') return { status: 201, body: { token: 't', expiresAt: '2026-11-24T02:00:00Z', me: agent }, headers };
  if (path === '/api/me') return ok(agent);
  if (path === '/api/wechat/subscribe-templates') return ok({ items: [] });
  if (path === '/api/staff/leads/l1') return ok(servedLead(NOW));
  if (path === '/api/staff/leads/l1/follow-ups' && method === 'POST') return onRecord();
  return { status: 404, body: null, headers };
}

describe('the follow-up record, in the mini-program as it ships', () => {
  const weapp = startWeapp({ answer });
  const sent = () => weapp.requests.filter(({ path }) => path.endsWith('/follow-ups'));
  const save = (page: OpenPage) => page.fire(page.find('.bottom-bar .button', '保存跟进'));
  const tap = (page: OpenPage, chip: string) => page.fire(page.find('.chip', chip));
  const open = async (): Promise<OpenPage> => {
    const page = await weapp.open('subpackages/sales/pages/follow-up/index', { id: 'l1' });
    await page.until('聊了什么');
    return page;
  };
  const fill = async (page: OpenPage) => {
    for (const chip of ['介绍了项目和户型', '有兴趣，想来看房', '邀约到访看房', '明天上午']) await tap(page, chip);
  };

  beforeEach(() => {
    onRecord = created;
    weapp.requests.length = 0;
    weapp.calls.length = 0;
    for (const key of [...weapp.storage.keys()]) if (key.includes('draft')) weapp.storage.delete(key);
  });

  it('says under each mandatory field what is missing, and sends nothing (D8)', async () => {
    const page = await open();
    await tap(page, '电话');
    await save(page);
    for (const words of ['请选择跟进方式', '请写一句聊了什么', '请写一句客户怎么说', '请写下次准备做什么', '请选择下次跟进的时间'])
      expect(page.text()).toContain(words);
    expect(sent()).toEqual([]);
    page.close();
  });

  it('sends a record made of six taps, once, under a key', async () => {
    const page = await open();
    await fill(page);
    await tap(page, '高意向');
    const button = page.find('.bottom-bar .button', '保存跟进');
    button.dispatchEvent('tap', { bubbles: true });
    await page.fire(button);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.headers['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent()[0]?.body).toEqual({
      occurredAt: expect.stringMatching(/^2026-11-23T02:00/),
      method: 'phone',
      content: '介绍了项目和户型',
      feedback: '有兴趣，想来看房',
      nextPlan: '邀约到访看房',
      nextAt: '2026-11-24T02:00:00.000Z',
      connected: true,
      level: 'hot',
    });
    expect(weapp.called('showToast').at(-1)?.title).toBe('已记录，下次跟进 明天 10:00');
    page.close();
  });

  it('sends the same content under the same key after the network failed, also when the page was closed in between', async () => {
    onRecord = () => {
      throw new Error('no network');
    };
    const first = await open();
    await fill(first);
    await save(first);
    await first.until('请');
    first.close();

    onRecord = created;
    const second = await open();
    expect(second.text()).toContain('明天 10:00');
    await save(second);
    const [before, after] = sent();
    expect(sent()).toHaveLength(2);
    expect(after?.headers['Idempotency-Key']).toBe(before?.headers['Idempotency-Key']);
    expect(after?.body).toEqual(before?.body);
    second.close();
  });

  it('offers other words when the customer was not reached', async () => {
    const page = await open();
    await tap(page, '没联系上');
    await tap(page, '电话无人接听');
    await tap(page, '未联系上，暂无反馈');
    await tap(page, '换个时间再打');
    await tap(page, '今天下午');
    await save(page);
    expect(sent()[0]?.body).toMatchObject({ connected: false, content: '电话无人接听', nextAt: '2026-11-23T07:00:00.000Z' });
    page.close();
  });
});
