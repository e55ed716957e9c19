import type { SimulatedWechat } from '../simulated-wechat';
import { WechatError } from '../wire';
import type { ApiRoute } from './api-route';

const CLEARS_PER_MONTH = 10;

/** Tokens and the quota helper. */
export function tokenRoutes(wechat: SimulatedWechat): ApiRoute[] {
  const clears = new Map<string, number>();
  return [
    {
      path: '/cgi-bin/token',
      method: 'GET',
      needsToken: false,
      handle: ({ query }) => {
        if (query.grant_type !== 'client_credential') throw new WechatError(40002);
        return wechat.tokens.fetchBasic(wechat.tokens.authenticate(query.appid, query.secret).appid);
      },
    },
    {
      path: '/cgi-bin/stable_token',
      method: 'POST',
      needsToken: false,
      handle: ({ body }) => {
        if (body.grant_type !== 'client_credential') throw new WechatError(40002);
        const { appid } = wechat.tokens.authenticate(body.appid, body.secret);
        if (body.force_refresh !== undefined && typeof body.force_refresh !== 'boolean') throw new WechatError(47001);
        return wechat.tokens.fetchStable(appid, body.force_refresh === true);
      },
    },
    {
      path: '/cgi-bin/clear_quota',
      method: 'POST',
      needsToken: true,
      handle: ({ appid, body }) => {
        if (body.appid !== appid) throw new WechatError(40013);
        const month = `${appid} ${wechat.options.now().toISOString().slice(0, 7)}`;
        const used = clears.get(month) ?? 0;
        if (used >= CLEARS_PER_MONTH) throw new WechatError(48006);
        clears.set(month, used + 1);
        wechat.tokens.clearQuota(appid);
        wechat.sending.clearQuota();
        return { errcode: 0, errmsg: 'ok' };
      },
    },
  ];
}
