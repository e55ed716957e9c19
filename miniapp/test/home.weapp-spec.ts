import type { ProjectSummary } from '@guihu/shared';
import { startWeapp, type WxRequest } from './harness';

const project: ProjectSummary = {
  id: 'p1',
  name: '云栖澜庭',
  city: '杭州',
  district: '滨江区',
  address: '江晖路 188 号',
  slogan: '推窗见江',
  tags: ['现房'],
  priceFrom: 328_000_000,
  areaMin: 89,
  areaMax: 142,
  productTypes: ['high-rise'],
  buildings: [{ name: '1 幢', floors: 26, unitsPerFloor: 4, productType: 'high-rise' }],
};
const me = { accountId: 'a1', name: null, phoneMasked: null, roles: ['prospect'], permissions: ['self'] };

const answer = ({ method, path }: WxRequest) => {
  if (path === '/api/projects') return { status: 200, body: { items: [project], nextCursor: null } };
  if (path === '/api/sessions' && method === 'POST')
    return { status: 201, body: { token: 'token', expiresAt: '2026-11-24T02:00:00Z', me } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/wechat/subscribe-templates') return { status: 200, body: { items: [] } };
  return { status: 404, body: null };
};

describe('the mini-program as it ships', () => {
  const weapp = startWeapp({ answer });

  it('shows a prospect the projects and opens one with a tap', async () => {
    const home = await weapp.open('pages/home/index');
    await home.until('云栖澜庭');
    expect(home.text()).toContain('328 万');
    expect(home.text()).toContain('89–142㎡');
    await home.fire(home.find('.button', '留下联系方式'));
    expect(weapp.called('navigateTo').map((options) => options.url)).toEqual(['/subpackages/customer/pages/leave-details/index?id=p1']);
    home.close();
  });

  it('signs in silently, once, by the code of WeChat', () => {
    expect(weapp.requests.filter((request) => request.path === '/api/sessions').map((request) => request.body)).toEqual([
      { code: 'login-code' },
    ]);
  });
});
