import type { PolicyInForce, ProjectDetail } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';

const project: ProjectDetail = {
  id: 'p1',
  name: '云栖澜庭',
  city: '杭州',
  district: '滨江区',
  address: '江晖路 188 号',
  slogan: '推窗见江',
  tags: [],
  priceFrom: 328_000_000,
  areaMin: 89,
  areaMax: 142,
  productTypes: ['high-rise', 'low-rise'],
  buildings: [],
  description: '',
  facts: [],
  openingHours: '每天 09:00–18:00',
  phone: '0571-1000 6188',
  layouts: [],
};
const policy: PolicyInForce = {
  version: '2026-11',
  title: '个人信息保护政策',
  body: [],
  purposes: [
    { key: 'service', title: '预约与看房联系', description: '由一位置业顾问与您联系', required: true },
    { key: 'marketing', title: '项目动态', description: '有优惠时通知您', required: false },
  ],
};
const me = { accountId: 'a1', name: null, phoneMasked: null, roles: ['prospect'], permissions: ['self'] };
const templates = [
  { key: 'lead-received', templateId: 'T1', title: '登记成功' },
  { key: 'agent-assigned', templateId: 'T2', title: '专属顾问已安排' },
];

/** What the server does with a submission; each story sets its own. */
let onSubmit: () => Promise<WxAnswer>;
const received = async (): Promise<WxAnswer> => ({ status: 201, body: { id: 'l1', receiptNo: 'YX261123-0007', status: 'received' } });

const answer = ({ method, path }: WxRequest): WxAnswer | Promise<WxAnswer> => {
  if (path === '/api/leads' && method === 'POST') return onSubmit();
  if (path === '/api/projects/p1') return { status: 200, body: project };
  if (path === '/api/policy') return { status: 200, body: policy };
  if (path === '/api/sessions') return { status: 201, body: { token: 'token', expiresAt: '2026-11-24T02:00:00Z', me } };
  if (path === '/api/me/phone') return { status: 200, body: { ...me, phoneMasked: '138****5678' } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/wechat/subscribe-templates') return { status: 200, body: { items: templates } };
  return { status: 404, body: null };
};

describe('leaving details, in the mini-program as it ships', () => {
  /** What WeChat and the server were asked, in the order it happened. */
  const order: string[] = [];
  const weapp = startWeapp({
    answer: (request) => {
      if (request.path === '/api/leads') order.push('send');
      return answer(request);
    },
    wx: {
      requestSubscribeMessage: (options: { tmplIds: string[]; success?: (result: object) => void }) => {
        order.push(`ask ${options.tmplIds.join(' ')}`);
        const result = { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(options.tmplIds.map((id) => [id, 'reject'])) };
        options.success?.(result);
        return Promise.resolve(result);
      },
    },
  });
  const sent = () => weapp.requests.filter(({ path, method }) => path === '/api/leads' && method === 'POST');
  const keyOf = (request: WxRequest | undefined) => request?.headers['Idempotency-Key'];
  const submitButton = (page: OpenPage) => page.find('.button--primary', '提交登记');

  async function open(query: Record<string, string> = {}): Promise<OpenPage> {
    const page = await weapp.open('subpackages/customer/pages/leave-details/index', { id: 'p1', ...query });
    await page.until('预约与看房联系');
    return page;
  }
  /** Types into the field whose label says so; WeChat's own controls show nothing of what is in them. */
  async function type(page: OpenPage, label: string, value: string): Promise<void> {
    const input = page.root.querySelectorAll('.field__input').find(({ dom }) => dom.closest('[class$="--field"]')?.textContent === label);
    if (!input) throw new Error(`no field called ${label}; the page shows: ${page.text()}`);
    await page.fire(input, 'input', { value });
  }
  async function fill(page: OpenPage): Promise<void> {
    await type(page, '您的姓名', '许文');
    await type(page, '手机号', '13812345678');
    await page.fire(page.find('.consent-row', '预约与看房联系'));
  }

  beforeEach(() => {
    onSubmit = received;
    weapp.requests.length = 0;
    weapp.calls.length = 0;
    order.length = 0;
    weapp.storage.clear();
  });

  it('says under each field what an empty form lacks, and sends nothing', async () => {
    const page = await open();
    await page.fire(submitButton(page));
    expect(page.text()).toContain('请填写姓名，方便顾问称呼您');
    expect(page.text()).toContain('请填写手机号，或点上方用微信手机号');
    expect(page.text()).toContain('请勾选同意「预约与看房联系」，否则我们无法联系您');
    expect(order).toEqual([]);
    page.close();
  });

  it('asks for messages first and then sends once, with a key, the scanned channel and only what was agreed to', async () => {
    const page = await open({ scene: encodeURIComponent('c=online.douyin') });
    await fill(page);
    await page.fire(page.find('.chip', '洋房'));
    await page.fire(submitButton(page));
    expect(order).toEqual(['ask T1 T2', 'send']);
    const [request] = sent();
    expect(keyOf(request)).toMatch(/^[0-9a-f-]{36}$/);
    expect(request?.body).toEqual({
      projectId: 'p1',
      name: '许文',
      phone: '13812345678',
      intent: { productType: 'low-rise' },
      channelCode: 'online.douyin',
      consent: { policyVersion: '2026-11', purposes: ['service'] },
    });
    expect(weapp.called('redirectTo').map(({ url }) => url)).toEqual(['/subpackages/customer/pages/receipt/index?id=l1&no=YX261123-0007']);
    page.close();
  });

  it('sends nothing more for a second tap while the first is under way, nor after it was received', async () => {
    let arrive = (_answer: WxAnswer) => {};
    onSubmit = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const page = await open();
    await fill(page);
    const button = submitButton(page);
    // Two taps before the page could draw anything, then one on what it has drawn.
    button.dispatchEvent('tap', { detail: {}, bubbles: true });
    await page.fire(button);
    await page.fire(page.find('.button--primary', '提交'));
    expect(sent()).toHaveLength(1);
    arrive(await received());
    await page.fire(button);
    await page.fire(button);
    expect(sent()).toHaveLength(1);
    page.close();
  });

  it('tries again after a lost answer under the same key, also when the page was closed in between', async () => {
    onSubmit = () => Promise.reject(new Error('the answer is lost'));
    const page = await open();
    await fill(page);
    await page.fire(submitButton(page));
    await page.until('不会重复登记');
    await page.fire(page.find('.button--primary', '再次提交登记'));
    await page.until('不会重复登记');
    page.close();

    onSubmit = received;
    const again = await open();
    // What was typed is kept; agreement never is.
    await again.fire(submitButton(again));
    expect(again.text()).not.toContain('请填写姓名');
    expect(again.text()).toContain('请勾选同意');
    await again.fire(again.find('.consent-row', '预约与看房联系'));
    await again.fire(submitButton(again));
    const keys = sent().map(keyOf);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    again.close();
  });

  it('puts the refusal of the server under its field and keeps what was typed', async () => {
    onSubmit = async () => ({
      status: 400,
      body: {
        type: 'urn:guihu:problem:phone.invalid',
        title: '手机号格式不正确',
        status: 400,
        code: 'phone.invalid',
        errors: [{ field: 'phone', code: 'phone', message: '手机号格式不正确，请检查后重新填写' }],
      },
    });
    const page = await open();
    await fill(page);
    await page.fire(submitButton(page));
    await page.until('手机号格式不正确，请检查后重新填写');
    expect(weapp.called('redirectTo')).toEqual([]);
    page.close();
  });

  it('needs no typed number once WeChat has given one', async () => {
    const page = await open();
    await page.fire(page.find('.contact-fields__wechat'), 'getphonenumber', { code: 'phone-code', errMsg: 'getPhoneNumber:ok' });
    await page.until('138****5678');
    await type(page, '您的姓名', '许文');
    await page.fire(page.find('.consent-row', '预约与看房联系'));
    await page.fire(submitButton(page));
    expect(weapp.requests.find(({ path }) => path === '/api/me/phone')?.body).toEqual({ code: 'phone-code' });
    expect(sent()[0]?.body).not.toHaveProperty('phone');
    page.close();
  });
});
