import type { Person } from '../people';
import type { SimulatedWechat } from '../simulated-wechat';
import { WechatError } from '../wire';
import type { ApiRoute } from './api-route';

const PAGE = 10_000;
const BATCH = 100;

/** Who follows the official account. */
export function followerRoutes(wechat: SimulatedWechat): ApiRoute[] {
  return [
    {
      path: '/cgi-bin/user/info',
      method: 'GET',
      needsToken: true,
      handle: ({ query }) => userInfo(wechat.people.byOaOpenid(query.openid)),
    },
    {
      path: '/cgi-bin/user/info/batchget',
      method: 'POST',
      needsToken: true,
      handle: ({ body }) => {
        const list = body.user_list;
        if (!Array.isArray(list) || list.length === 0 || list.length > BATCH) throw new WechatError(40032);
        return { user_info_list: list.map((entry) => userInfo(wechat.people.byOaOpenid((entry as { openid?: unknown })?.openid))) };
      },
    },
    {
      path: '/cgi-bin/user/get',
      method: 'GET',
      needsToken: true,
      handle: ({ query }) => {
        const followers = wechat.people.all.filter((person) => person.follows).map((person) => person.oaOpenid);
        const after = query.next_openid ? followers.indexOf(wechat.people.byOaOpenid(query.next_openid).oaOpenid) + 1 : 0;
        const page = followers.slice(after, after + PAGE);
        const head = { total: followers.length, count: page.length };
        return page.length === 0 ? { ...head, next_openid: '' } : { ...head, data: { openid: page }, next_openid: page.at(-1) };
      },
    },
  ];
}

function userInfo(person: Person): object {
  if (!person.follows) return { subscribe: 0, openid: person.oaOpenid, unionid: person.unionid };
  return {
    subscribe: 1,
    openid: person.oaOpenid,
    nickname: '',
    sex: 0,
    language: '',
    city: '',
    province: '',
    country: '',
    headimgurl: '',
    subscribe_time: person.followedAt,
    unionid: person.unionid,
    remark: '',
    groupid: 0,
    tagid_list: [],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: 0,
    qr_scene_str: '',
  };
}
