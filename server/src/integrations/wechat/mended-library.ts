import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import WechatAPI from 'wechat-api';
import { AccessTokens, type FetchedToken } from './access-tokens';
import { refusalOf, silenceOf, withoutSecrets } from './refusals';
import type { TokenStore } from './token-store';
import { WechatRefused } from './wechat.port';
import { parseWechatJson } from './wechat-json';

const STALE_TOKEN = new Set([40001, 40014, 42001]);
/** An account without the stable endpoint answers it with one of these; the basic one remains. */
const NO_STABLE_TOKEN = new Set([40066, 48001]);
const MAX_SOCKETS = 64;

export interface LibraryOptions {
  readonly endpoint: string;
  readonly appid: string;
  readonly secret: string;
  readonly tokenStore: TokenStore;
  readonly now: () => Date;
  readonly timeoutMs: number;
}

interface OnceDestination extends WechatAPI.Destination {
  readonly clientMsgId?: string;
}

type TemplateData = Readonly<Record<string, { value: string }>>;
// biome-ignore lint/suspicious/noExplicitAny: the library hands its own methods and arguments through untyped
type LibraryMethod = (...args: any[]) => void;

/**
 * wechat-api with its holes mended: tokens shared and renewed after 40001, 40014 and 42001 alike, 64-bit ids kept,
 * `client_msg_id` sent, one error type, nothing secret in any text. The library's own methods keep working on top of it.
 */
export class MendedLibrary extends WechatAPI {
  private readonly tokens: AccessTokens;
  private readonly agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
  };
  private lastToken = '';

  constructor(options: LibraryOptions) {
    super(options.appid, options.secret);
    // setEndpoint() would force https on an address of one's own.
    this.endpoint = options.endpoint;
    this.setOpts({ timeout: options.timeoutMs, agent: this.agents.http, httpsAgent: this.agents.https });
    this.tokens = new AccessTokens(options.appid, options.tokenStore, options.now, (forced) => this.fetchToken(forced));
  }

  /** Lets go of idle connections. */
  close(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }

  /** One call of the library as a promise that rejects with WechatRefused only. */
  ask<T>(call: (callback: WechatAPI.Callback<T>) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      call((error, data) => (error ? reject(this.refusal(error)) : resolve(data as T)));
    });
  }

  /** A POST that the library has no method for, with token and renewal. */
  post<T>(path: string, body: object, dataType: 'json' | null = 'json'): Promise<T> {
    const send = (callback: WechatAPI.Callback<T>) => {
      const method = function (this: WechatAPI, done: WechatAPI.Callback<unknown>) {
        const url = `${this.endpoint}${path}?access_token=${this.token.accessToken}`;
        this.request(url, { type: 'POST', dataType, data: body, headers: { 'Content-Type': 'application/json' } }, done);
      };
      this.preRequest(method, [callback]);
    };
    return this.ask(send);
  }

  /** A GET without token; the query goes into no error text. */
  getPlain<T>(path: string, query: Record<string, string>): Promise<T> {
    return this.ask((callback) =>
      this.request(`${this.endpoint}${path}?${new URLSearchParams(query)}`, { dataType: 'json' }, callback as WechatAPI.Callback<unknown>),
    );
  }

  /** The library parses JSON itself and rounds ids; it is given text, and every failure becomes a clean refusal here. */
  override request(url: string, options: WechatAPI.RequestOptions, callback: WechatAPI.Callback<unknown>): void {
    const asJson = options.dataType === 'json';
    super.request(url, { ...options, dataType: asJson ? 'text' : options.dataType }, (error, data, response) => {
      if (error) return callback(silenceOf(this.clean(error.message)), undefined, response);
      try {
        callback(null, this.readAnswer(data, asJson, response), response);
      } catch (refusal) {
        callback(refusal as Error, undefined, response);
      }
    });
  }

  /** The library would retry 40001 with the same dead token, and the others not at all. */
  override preRequest(method: LibraryMethod, args: ArrayLike<unknown>): void {
    const all = Array.from(args);
    const callback = all.at(-1) as WechatAPI.Callback<unknown>;
    const attempt = (token: string, done: WechatAPI.Callback<unknown>) => {
      this.lastToken = token;
      const self: this = Object.create(this, { token: { value: { accessToken: token } } });
      method.apply(self, [...all.slice(0, -1), done]);
    };
    const first = (token: string) =>
      attempt(token, (error, data, response) => {
        if (!(error instanceof WechatRefused && STALE_TOKEN.has(error.errcode))) return callback(error, data, response);
        this.tokens.renew(token).then(
          (renewed) => attempt(renewed, callback),
          (failure: Error) => callback(failure),
        );
      });
    this.tokens.get().then(first, (failure: Error) => callback(failure));
  }

  /** The library's own has no room for `client_msg_id`, which makes a repeated send harmless. */
  _sendTemplate(openid: string, templateId: string, to: OnceDestination, data: TemplateData, callback: WechatAPI.Callback<unknown>): void {
    const url = `${this.endpoint}/cgi-bin/message/template/send?access_token=${this.token.accessToken}`;
    const body = { touser: openid, template_id: templateId, url: to.url, miniprogram: to.miniprogram, client_msg_id: to.clientMsgId, data };
    this.request(url, { type: 'POST', dataType: 'json', data: body, headers: { 'Content-Type': 'application/json' } }, callback);
  }

  private async fetchToken(forced: boolean): Promise<FetchedToken> {
    const grant = { grant_type: 'client_credential', appid: this.appid, secret: this.appsecret };
    const answer = await this.askStable({ ...grant, force_refresh: forced }).catch((refusal: WechatRefused) => {
      if (!NO_STABLE_TOKEN.has(refusal.errcode)) throw refusal;
      return this.getPlain<{ access_token: string; expires_in: number }>('/cgi-bin/token', grant);
    });
    return { value: answer.access_token, lifetimeMs: answer.expires_in * 1000 };
  }

  private askStable(body: object): Promise<{ access_token: string; expires_in: number }> {
    return this.ask((callback) =>
      this.request(
        `${this.endpoint}/cgi-bin/stable_token`,
        { type: 'POST', dataType: 'json', data: body, headers: { 'Content-Type': 'application/json' } },
        callback as WechatAPI.Callback<unknown>,
      ),
    );
  }

  /** Business errors come under HTTP 200, for pictures too; anything that is not JSON where JSON was due is an outage. */
  private readAnswer(data: unknown, asJson: boolean, response: WechatAPI.Response | undefined): unknown {
    const status = response?.status ?? response?.statusCode ?? 0;
    if (status !== 200) throw silenceOf(`HTTP ${status}`);
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(String(data ?? ''));
    if (!asJson && bytes[0] !== 0x7b) return { mime: String(response?.headers['content-type'] ?? 'image/jpeg'), bytes };
    let answer: { errcode?: number; errmsg?: string };
    try {
      answer = parseWechatJson(bytes.toString()) as typeof answer;
    } catch {
      throw silenceOf('an answer that is not JSON');
    }
    if (answer?.errcode) throw refusalOf(answer.errcode, this.clean(answer.errmsg ?? ''));
    return answer;
  }

  /** Made anew, because the library writes its own name over the one an error came with. */
  private refusal(error: Error): WechatRefused {
    if (!(error instanceof WechatRefused)) return silenceOf(this.clean(error.message));
    return new WechatRefused(error.errcode, error.kind, error.retryable, error.message);
  }

  private clean(text: string): string {
    const [firstLine = ''] = text.split('\n');
    return withoutSecrets(firstLine, [this.appsecret, this.lastToken]);
  }
}
