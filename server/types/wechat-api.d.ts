/** The part of wechat-api 1.35.1 that we call, as read in its source. It ships no types. */
declare module 'wechat-api' {
  import type { Agent as HttpAgent } from 'node:http';
  import type { Agent as HttpsAgent } from 'node:https';

  namespace WechatAPI {
    /** What the library's wrapper hands back: its own Error with WeChat's code, or the answer. */
    type Callback<T> = (error: (Error & { code?: number | string }) | null, data?: T, response?: Response) => void;

    interface Response {
      readonly status?: number;
      readonly statusCode?: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    }

    interface RequestOptions {
      type?: 'GET' | 'POST';
      dataType?: 'json' | 'text' | null;
      data?: unknown;
      headers?: Record<string, string>;
      timeout?: number | [number, number];
      agent?: HttpAgent;
      httpsAgent?: HttpsAgent;
    }

    interface TokenRecord {
      readonly accessToken: string;
      /** Epoch milliseconds. */
      readonly expireTime: number;
    }

    interface Destination {
      readonly url?: string;
      readonly miniprogram?: { readonly appid: string; readonly pagepath?: string };
    }

    type TokenGetter = (callback: (error: Error | null, token?: TokenRecord | null) => void) => void;
    type TokenSaver = (token: TokenRecord, callback: (error: Error | null) => void) => void;
  }

  class WechatAPI {
    constructor(appid: string, appsecret: string, getToken?: WechatAPI.TokenGetter, saveToken?: WechatAPI.TokenSaver);

    readonly appid: string;
    readonly appsecret: string;
    endpoint: string;
    token: WechatAPI.TokenRecord;

    setOpts(options: WechatAPI.RequestOptions): void;
    request(url: string, options: WechatAPI.RequestOptions, callback: WechatAPI.Callback<unknown>): void;
    // biome-ignore lint/suspicious/noExplicitAny: the library passes methods and their arguments through untyped
    preRequest(method: (...args: any[]) => void, args: ArrayLike<unknown>, retried?: boolean): void;
    getAccessToken(callback: WechatAPI.Callback<WechatAPI.TokenRecord>): this;

    sendTemplate(
      openid: string,
      templateId: string,
      destination: WechatAPI.Destination,
      data: Readonly<Record<string, { value: string }>>,
      callback: WechatAPI.Callback<{ msgid: string | number }>,
    ): void;
    getUser(who: { openid: string; lang: string }, callback: WechatAPI.Callback<unknown>): void;
    batchGetUsers(openids: readonly string[], callback: WechatAPI.Callback<unknown>): void;
    getFollowers(callback: WechatAPI.Callback<unknown>): void;
    getFollowers(nextOpenid: string, callback: WechatAPI.Callback<unknown>): void;
  }

  export = WechatAPI;
}
