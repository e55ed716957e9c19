import { type LiveCodeView, type ProjectDetail, type ReferralLink, sceneOf } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';

const CODE = '7K3MZQ8W2P';
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
  buildings: [{ name: '1 幢', floors: 26, unitsPerFloor: 4, productType: 'high-rise' }],
  description: '',
  facts: [],
  openingHours: '每天 09:00–18:00',
  phone: '0571-1000 6188',
  layouts: [],
};
const me = { accountId: 'a1', name: '陈玉兰', phoneMasked: '139****0003', roles: ['owner'], permissions: ['self'] };
const link: ReferralLink = {
  code: CODE,
  path: `/subpackages/customer/pages/project/index?id=p1&k=${CODE}`,
  scene: sceneOf(CODE),
  qrcodeUrl: `/api/live-codes/${CODE}/picture`,
  referrerName: '陈女士',
};
const active: LiveCodeView = {
  code: CODE,
  state: 'active',
  kind: 'referral',
  projectId: 'p1',
  projectName: '云栖澜庭',
  channelCode: null,
  greeting: '陈女士推荐您来看看',
};

let scanned: () => WxAnswer = () => ({ status: 200, body: active });

const answer = ({ method, path }: WxRequest): WxAnswer => {
  if (path.endsWith('/scans') && method === 'POST') return scanned();
  if (path === '/api/projects') return { status: 200, body: { items: [project], nextCursor: null } };
  if (path === '/api/projects/p1') return { status: 200, body: project };
  if (path === '/api/referral-links') return { status: 201, body: link };
  if (path === '/api/sessions') return { status: 201, body: { token: 'token', expiresAt: '2026-11-24T02:00:00Z', me } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/wechat/subscribe-templates') return { status: 200, body: { items: [] } };
  return { status: 404, body: null };
};

/** A canvas that remembers what was written on it and which pictures it was given. */
const written: string[] = [];
const pictures: string[] = [];
const context = new Proxy({} as Record<string, unknown>, {
  get: (held, name: string) => {
    if (name === 'fillText') return (text: string) => written.push(text);
    if (name === 'measureText') return (text: string) => ({ width: [...text].length * 12 });
    return held[name] ?? (() => undefined);
  },
});
const canvas = {
  width: 0,
  height: 0,
  getContext: () => context,
  createImage: () => {
    const image = { onload: () => undefined, onerror: () => undefined } as { onload: () => void; src?: string };
    Object.defineProperty(image, 'src', {
      set: (src: string) => {
        pictures.push(src);
        setTimeout(() => image.onload(), 0);
      },
    });
    return image;
  },
};
const query = {
  select: () => query,
  fields: () => query,
  exec: (done: (found: object[]) => void) => done([{ node: canvas, width: 375, height: 300 }]),
};

let album: 'open' | 'closed' = 'open';
type Options = { success?: (result: object) => void; fail?: (failure: object) => void };
/** As WeChat does, which promises nothing to whoever gave callbacks. */
const answered = (options: Options, good: boolean, result: object) => (good ? options.success : options.fail)?.(result);

describe('recommending, in the mini-program as it ships', () => {
  const saved: string[] = [];
  const weapp = startWeapp({
    answer,
    wx: {
      createSelectorQuery: () => query,
      canvasToTempFilePath: (options: Options) => answered(options, true, { errMsg: 'ok', tempFilePath: 'wxfile://poster.png' }),
      saveImageToPhotosAlbum: (options: Options & { filePath: string }) => {
        if (album === 'open') saved.push(options.filePath);
        const errMsg = album === 'open' ? 'saveImageToPhotosAlbum:ok' : 'saveImageToPhotosAlbum:fail auth deny';
        return answered(options, album === 'open', { errMsg });
      },
      openSetting: (options: Options) => {
        album = 'open';
        return answered(options, true, { errMsg: 'ok', authSetting: { 'scope.writePhotosAlbum': true } });
      },
    },
  });
  const scans = () => weapp.requests.filter(({ path }) => path.endsWith('/scans')).map(({ path }) => path);
  const home = (scene: string): Promise<OpenPage> => weapp.open('pages/home/index', { scene });

  beforeEach(() => {
    scanned = () => ({ status: 200, body: active });
    weapp.requests.length = 0;
    weapp.storage.clear();
    written.length = 0;
    pictures.length = 0;
    saved.length = 0;
  });

  it('reads a scene once, greets, and tells the server once', async () => {
    const page = await home(encodeURIComponent(sceneOf(CODE)));
    await page.until('陈女士推荐您来看看');
    expect(scans()).toEqual([`/api/live-codes/${CODE}/scans`]);
    await page.fire(page.find('.button', '看看云栖澜庭'));
    expect(weapp.called('navigateTo').at(-1)?.url).toBe('/subpackages/customer/pages/project/index?id=p1');
    page.close();
  });

  it.each([
    ['cut short', 'k%3D7K3M'],
    ['of odd characters', '%E9%99%88%00%25%'],
    ['that is no encoding', '100%'],
    ['empty', ''],
  ])('opens as ever for a scene %s, and tells nobody of it', async (_what, scene) => {
    const page = await home(scene);
    await page.until('云栖澜庭');
    expect(scans()).toEqual([]);
    page.close();
  });

  it.each(['expired', 'unknown'] as const)('says nothing alarming of a code that is %s', async (state) => {
    scanned = () => ({ status: 200, body: { ...active, state, greeting: '' } });
    const page = await home(encodeURIComponent(sceneOf(CODE)));
    await page.until('云栖澜庭');
    expect(page.text()).not.toMatch(/失效|过期|错误/);
    expect(weapp.called('showToast')).toEqual([]);
    page.close();
  });

  it('draws the poster with the referrer’s own code and keeps it in the album', async () => {
    const page = await weapp.open('subpackages/referral/pages/poster/index', { id: 'p1' });
    await page.until('保存到相册');
    expect(written).toEqual(expect.arrayContaining(['云栖澜庭', '推窗见江', '陈女士推荐您来看看']));
    expect(pictures.at(-1)).toMatch(new RegExp(`^https?://[^/]+/api/live-codes/${CODE}/picture$`));
    await page.fire(page.find('.button', '保存到相册'));
    expect(saved).toEqual(['wxfile://poster.png']);
    page.close();
  });

  it('says what to do when the album is closed to it, and saves once it is opened', async () => {
    album = 'closed';
    const page = await weapp.open('subpackages/referral/pages/poster/index', { id: 'p1' });
    await page.until('保存到相册');
    await page.fire(page.find('.button', '保存到相册'));
    await page.until('没有保存相册的权限');
    expect(saved).toEqual([]);
    await page.fire(page.find('.button', '去开启'));
    await page.until('保存到相册');
    expect(saved).toEqual(['wxfile://poster.png']);
    page.close();
  });
});
