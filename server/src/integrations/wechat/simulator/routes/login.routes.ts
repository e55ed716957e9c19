import { randomBytes } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Person } from '../people';
import type { SimulatedWechat } from '../simulated-wechat';
import { WechatError } from '../wire';
import type { ApiRoute } from './api-route';

/** Who opened the mini-program, and which phone number they agreed to give. */
export function loginRoutes(wechat: SimulatedWechat): ApiRoute[] {
  const mp = wechat.options.apps.mp;
  return [
    {
      path: '/sns/jscode2session',
      method: 'GET',
      needsToken: false,
      olderErrors: true,
      handle: ({ query }) => {
        const app = wechat.tokens.authenticate(query.appid, query.secret);
        if (app.appid !== mp.appid) throw new WechatError(40013);
        if (query.grant_type !== 'authorization_code') throw new WechatError(40002);
        if (!query.js_code) throw new WechatError(41008);
        const person = wechat.people.find(wechat.codes.redeem('login', query.js_code)) as Person;
        return { session_key: randomBytes(16).toString('base64'), openid: person.mpOpenid, unionid: person.unionid };
      },
    },
    {
      path: '/wxa/business/getuserphonenumber',
      method: 'POST',
      needsToken: true,
      handle: ({ appid, body }) => {
        if (appid !== mp.appid) throw new WechatError(40013);
        const person = wechat.people.find(wechat.codes.redeem('phone', body.code)) as Person;
        return { errcode: 0, errmsg: 'ok', phone_info: phoneInfo(person.phone, appid, wechat.options.now()) };
      },
    },
  ];
}

/** WeChat gives the calling code apart; only numbers of other countries carry it in `phoneNumber` too. */
function phoneInfo(e164: string, appid: string, now: Date): object {
  const parsed = parsePhoneNumberFromString(e164);
  const countryCode = parsed?.countryCallingCode ?? '86';
  const pure = parsed?.nationalNumber ?? e164.replace(/^\+86/, '');
  return {
    phoneNumber: countryCode === '86' ? pure : e164,
    purePhoneNumber: pure,
    countryCode,
    watermark: { timestamp: Math.floor(now.getTime() / 1000), appid },
  };
}
