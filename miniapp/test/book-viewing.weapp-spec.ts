import type { PolicyInForce, ProjectDetail, ViewingSlotView } from '@guihu/shared';
import { type OpenPage, type SimNode, startWeapp, type WxAnswer, type WxRequest } from './harness';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 10:00 in Beijing of the day after tomorrow, so that the story is the same at any hour. */
const START = Math.floor((Date.now() + 8 * HOUR_MS) / DAY_MS) * DAY_MS + 2 * DAY_MS + 2 * HOUR_MS;

function slot(id: string, hours: number, over: Partial<ViewingSlotView> = {}): ViewingSlotView {
  const [startsAt, endsAt] = [START + hours * HOUR_MS, START + (hours + 1) * HOUR_MS].map((at) => new Date(at).toISOString()) as [
    string,
    string,
  ];
  return {
    id,
    kind: 'viewing',
    title: '预约看房',
    audience: 'everybody',
    startsAt,
    endsAt,
    seatsLeft: 2,
    seats: 4,
    bookable: true,
    reason: null,
    waitable: false,
    ...over,
  };
}
const FULL = { seatsLeft: 0, bookable: false, waitable: true, reason: '已满，可候补' };

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
  productTypes: ['high-rise'],
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
  purposes: [{ key: 'service', title: '预约与看房联系', description: '由一位置业顾问与您联系', required: true }],
};
const me = { accountId: 'a1', name: '许文', phoneMasked: '138****5678', roles: ['prospect'], permissions: ['self'] };
const templates = ['viewing-booked', 'viewing-reminder', 'viewing-offered'].map((key, at) => ({
  key,
  templateId: `T${at + 1}`,
  title: key,
}));

let slots: ViewingSlotView[];
let onBook: () => WxAnswer;
const booked = (): WxAnswer => ({ status: 201, body: { ...slot('s10', 0), id: 'v1', number: 'KF-1', status: 'booked', host: null } });

const answer = ({ method, path }: WxRequest): WxAnswer => {
  if (path === '/api/viewings' && method === 'POST') return onBook();
  if (path === '/api/viewing-waits' && method === 'POST') return { status: 201, body: { id: 'w1', ahead: 1 } };
  if (path.startsWith('/api/projects/p1/viewing-slots')) return { status: 200, body: { items: slots } };
  if (path === '/api/projects/p1') return { status: 200, body: project };
  if (path === '/api/policy') return { status: 200, body: policy };
  if (path === '/api/sessions') return { status: 201, body: { token: 'token', expiresAt: '2026-11-24T02:00:00Z', me } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/wechat/subscribe-templates') return { status: 200, body: { items: templates } };
  return { status: 404, body: null };
};

describe('booking a viewing, in the mini-program as it ships', () => {
  /** What WeChat and the server were asked, in the order it happened. */
  const order: string[] = [];
  const weapp = startWeapp({
    answer: (request) => {
      if (request.method === 'POST' && request.path.startsWith('/api/viewing')) order.push(request.path);
      return answer(request);
    },
    wx: {
      requestSubscribeMessage: (options: { tmplIds: string[]; success?: (result: object) => void }) => {
        order.push(`ask ${options.tmplIds.join(' ')}`);
        const result = { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(options.tmplIds.map((id) => [id, 'accept'])) };
        options.success?.(result);
        return Promise.resolve(result);
      },
    },
  });
  const sent = (path: string) => weapp.requests.filter((request) => request.path === path && request.method === 'POST');
  const keyOf = (request: WxRequest | undefined) => request?.headers['Idempotency-Key'];
  const button = (page: OpenPage) => page.find('.bottom-bar .button--primary');

  async function open(): Promise<OpenPage> {
    const page = await weapp.open('subpackages/visit/pages/book/index', { id: 'p1' });
    await page.until('您想哪天来看？');
    return page;
  }
  /** A tap, and the time that the answer takes on a slow machine. */
  async function send(page: OpenPage): Promise<void> {
    const before = weapp.called('redirectTo').length;
    await page.fire(button(page));
    for (let n = 0; n < 40 && weapp.called('redirectTo').length === before; n += 1) await new Promise((done) => setTimeout(done, 50));
  }
  /** The button says which time it is about. */
  async function says(page: OpenPage, pattern: RegExp): Promise<void> {
    for (let n = 0; n < 40 && !pattern.test(button(page).dom.textContent ?? ''); n += 1) await new Promise((done) => setTimeout(done, 50));
    expect(button(page).dom.textContent).toMatch(pattern);
  }
  const agree = (page: OpenPage) => page.fire(page.find('.consent-row', '预约与看房联系'));

  beforeEach(() => {
    slots = [slot('s10', 0), slot('s11', 1, FULL), slot('s14', 4)];
    onBook = booked;
    weapp.requests.length = 0;
    weapp.calls.length = 0;
    order.length = 0;
    weapp.storage.clear();
  });

  it('asks for messages first and then books once, with a key and only what was agreed to', async () => {
    const page = await open();
    await page.fire(page.find('.time-chip', '10:00'));
    await says(page, /^预约.+10:00$/);
    await agree(page);
    await send(page);
    expect(order).toEqual(['ask T1 T2', '/api/viewings']);
    const [request] = sent('/api/viewings');
    expect(keyOf(request)).toMatch(/^[0-9a-f-]{36}$/);
    expect(request?.body).toEqual({
      slotId: 's10',
      name: '许文',
      partySize: 2,
      consent: { policyVersion: '2026-11', purposes: ['service'] },
    });
    expect(weapp.called('redirectTo').map(({ url }) => url)).toEqual(['/subpackages/visit/pages/viewing/index?id=v1&no=KF-1']);
    page.close();
  });

  it('says what is missing and sends nothing', async () => {
    const page = await open();
    await page.fire(button(page));
    await page.until('请先点选一个时间');
    expect(page.text()).toContain('请勾选同意「预约与看房联系」');
    expect(order).toEqual([]);
    page.close();
  });

  it('shows the fresh times when somebody else was faster, and nothing typed is lost', async () => {
    const page = await open();
    await page.fire(page.find('.time-chip', '10:00'));
    await page.fire(page.root.querySelectorAll('.stepper__turn').at(-1) as SimNode);
    await agree(page);
    onBook = () => {
      slots = [slot('s10', 0, FULL), slot('s14', 4)];
      const title = '这个时段刚刚约满了，请换一个时间或加入候补';
      return { status: 409, body: { type: 'about:blank', title, status: 409, code: 'viewing.slot-full' } };
    };
    await page.fire(button(page));
    await page.until('这个时段刚刚约满了');
    await page.until('已满，可候补');
    expect(page.text()).toContain('3 位');

    onBook = booked;
    await page.fire(page.find('.time-chip', '14:00'));
    await send(page);
    const [lost, won] = sent('/api/viewings');
    expect(won?.body).toMatchObject({ slotId: 's14', name: '许文', partySize: 3 });
    expect(keyOf(won)).not.toBe(keyOf(lost));
    page.close();
  });

  it('stands in line for a full time by the same form', async () => {
    const page = await open();
    await page.until('11:00');
    await page.fire(page.find('.time-chip', '11:00'));
    await says(page, /^候补.+11:00$/);
    await agree(page);
    await send(page);
    expect(order).toEqual(['ask T1 T2 T3', '/api/viewing-waits']);
    expect(sent('/api/viewing-waits')[0]?.body).not.toHaveProperty('partySize');
    expect(weapp.called('redirectTo').map(({ url }) => url)).toEqual(['/subpackages/visit/pages/viewings/index']);
    page.close();
  });

  it('keeps the key of a booking whose answer was lost', async () => {
    const page = await open();
    await page.fire(page.find('.time-chip', '10:00'));
    await agree(page);
    onBook = () => {
      throw new Error('the answer is lost');
    };
    await page.fire(button(page));
    await page.until('不会重复预约');
    onBook = booked;
    await send(page);
    const keys = sent('/api/viewings').map(keyOf);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    page.close();
  });
});
