import { fitField } from './fields';
import { MendedLibrary } from './mended-library';
import { type FieldValue, type MessageChannel, type TemplateKey, templateOf } from './template-catalogue';
import type { TokenStore } from './token-store';
import {
  type Follower,
  type SubscribeMessage,
  type TemplateMessage,
  type WechatIdentity,
  type WechatPort,
  WechatRefused,
} from './wechat.port';

const BATCH = 100;

/** A template's id at WeChat; `fieldKeys` when the account's template names its fields otherwise than the catalogue: `{ customer: 'thing9' }`. */
export type TemplateBinding = string | { readonly templateId: string; readonly fieldKeys?: Readonly<Record<string, string>> };

export interface WechatClientOptions {
  /** `https://api.weixin.qq.com`, or where the simulator is mounted. */
  readonly endpoint: string;
  readonly officialAccount: { readonly appid: string; readonly secret: string };
  readonly miniProgram: { readonly appid: string; readonly secret: string };
  /** By template key. */
  readonly templates: {
    readonly officialAccount: Readonly<Record<string, TemplateBinding>>;
    readonly miniProgram: Readonly<Record<string, TemplateBinding>>;
  };
  readonly tokenStore: TokenStore;
  readonly now: () => Date;
  /** For connecting and for answering, each. */
  readonly timeoutMs?: number;
  /** Which version of the mini-program a message or a code opens. */
  readonly release?: 'formal' | 'trial' | 'developer';
  /** Told of each finished call, for metrics. */
  readonly onCall?: (call: { operation: string; outcome: string; durationMs: number }) => void;
}

export interface WechatClient extends WechatPort {
  close(): void;
}

/** The port over real HTTP: official account and mini-program, each with its own token, through the mended library. */
export function createWechatClient(options: WechatClientOptions): WechatClient {
  return new HttpWechat(options);
}

interface UserInfo {
  readonly openid: string;
  readonly unionid?: string;
  readonly subscribe: number;
}

const ENV_VERSIONS = { formal: 'release', trial: 'trial', developer: 'develop' } as const;

class HttpWechat implements WechatClient {
  private readonly account: MendedLibrary;
  private readonly miniProgram: MendedLibrary;

  constructor(private readonly options: WechatClientOptions) {
    const { endpoint, tokenStore, now, timeoutMs = 5000 } = options;
    this.account = new MendedLibrary({ endpoint, tokenStore, now, timeoutMs, ...options.officialAccount });
    this.miniProgram = new MendedLibrary({ endpoint, tokenStore, now, timeoutMs, ...options.miniProgram });
  }

  close(): void {
    this.account.close();
    this.miniProgram.close();
  }

  code2session(code: string): Promise<WechatIdentity> {
    const { appid, secret } = this.options.miniProgram;
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
    return this.observed('code2session', async () => {
      const answer = await this.miniProgram.getPlain<{ openid: string; unionid?: string }>('/sns/jscode2session', query);
      return { openid: answer.openid, unionid: answer.unionid ?? null };
    });
  }

  phoneNumber(code: string): Promise<{ phone: string }> {
    return this.observed('phoneNumber', async () => {
      type Answer = { phone_info: { purePhoneNumber: string; countryCode: string } };
      const { phone_info: info } = await this.miniProgram.post<Answer>('/wxa/business/getuserphonenumber', { code });
      return { phone: `+${info.countryCode}${info.purePhoneNumber}` };
    });
  }

  sendTemplate<K extends TemplateKey>(message: TemplateMessage<K>): Promise<{ msgId: string }> {
    return this.observed('sendTemplate', async () => {
      const { templateId, data } = this.render('template', message.templateKey, message.fields);
      const pagepath = message.page ? withoutLeadingSlash(message.page) : undefined;
      const to = { miniprogram: { appid: this.options.miniProgram.appid, pagepath }, clientMsgId: message.clientMsgId };
      const answer = await this.account.ask<{ msgid: string | number }>((callback) =>
        this.account.sendTemplate(message.openid, templateId, to, data, callback),
      );
      return { msgId: String(answer.msgid) };
    });
  }

  sendSubscribe<K extends TemplateKey>(message: SubscribeMessage<K>): Promise<{ msgId: string }> {
    return this.observed('sendSubscribe', async () => {
      const { templateId, data } = this.render('subscribe', message.templateKey, message.fields);
      const body = {
        touser: message.openid,
        template_id: templateId,
        page: message.page ? withoutLeadingSlash(message.page) : undefined,
        data,
        miniprogram_state: this.options.release ?? 'formal',
        lang: 'zh_CN',
      };
      const answer = await this.miniProgram.post<{ msgid?: string | number }>('/cgi-bin/message/subscribe/send', body);
      // The id is not promised for this call; without it a receipt is matched by person and time.
      return { msgId: String(answer.msgid ?? '') };
    });
  }

  async *followers(): AsyncIterable<Follower> {
    type Page = { count: number; data?: { openid: string[] }; next_openid: string };
    let next = '';
    while (true) {
      const from = next;
      const page = await this.observed('followers', () =>
        this.account.ask<Page>((callback) => this.account.getFollowers(encodeURIComponent(from), callback as never)),
      );
      const openids = page.data?.openid ?? [];
      for (let at = 0; at < openids.length; at += BATCH) yield* await this.userInfos(openids.slice(at, at + BATCH));
      if (openids.length === 0 || !page.next_openid || page.next_openid === next) return;
      next = page.next_openid;
    }
  }

  userInfo(openid: string): Promise<Follower> {
    const who = { openid: encodeURIComponent(openid), lang: 'zh_CN' };
    return this.observed('userInfo', async () =>
      asFollower(await this.account.ask<UserInfo>((callback) => this.account.getUser(who, callback as never))),
    );
  }

  miniProgramCode(wanted: { scene: string; page: string; widthPx?: number }): Promise<{ mime: string; bytes: Buffer }> {
    const release = this.options.release ?? 'formal';
    const body = {
      scene: wanted.scene,
      page: withoutLeadingSlash(wanted.page),
      check_path: release === 'formal',
      env_version: ENV_VERSIONS[release],
      width: wanted.widthPx ?? 430,
    };
    return this.observed('miniProgramCode', () => this.miniProgram.post('/wxa/getwxacodeunlimit', body, null));
  }

  private async userInfos(openids: readonly string[]): Promise<Follower[]> {
    type Answer = { user_info_list: UserInfo[] };
    const answer = await this.observed('followers', () =>
      this.account.ask<Answer>((callback) => this.account.batchGetUsers(openids, callback as never)),
    );
    return answer.user_info_list.map(asFollower);
  }

  /** Our field names become WeChat's keys, our values what its fields can hold. */
  private render(channel: MessageChannel, key: TemplateKey, values: Readonly<Record<string, FieldValue>>) {
    const bindings = channel === 'template' ? this.options.templates.officialAccount : this.options.templates.miniProgram;
    const binding = bindings[key];
    if (!binding) throw new WechatRefused(0, 'other', false, `No template id is configured for ${key} on the ${channel} channel`);
    const { templateId, fieldKeys = {} } = typeof binding === 'string' ? { templateId: binding } : binding;
    const data: Record<string, { value: string }> = {};
    for (const field of templateOf(key).fields) {
      const target = fieldKeys[field.name] ?? field.key;
      data[target] = { value: fitted(key, field.name, target, values[field.name]) };
    }
    return { templateId, data };
  }

  private async observed<T>(operation: string, work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const tell = (outcome: string) => this.options.onCall?.({ operation, outcome, durationMs: performance.now() - startedAt });
    try {
      const result = await work();
      tell('ok');
      return result;
    } catch (error) {
      tell(error instanceof WechatRefused ? error.kind : 'failed');
      throw error;
    }
  }
}

/** What cannot be fitted is a mistake in our facts; sending it again would not mend it. */
function fitted(template: TemplateKey, name: string, target: string, value: FieldValue | undefined): string {
  try {
    if (value === undefined || value === null) throw new RangeError('no value');
    return fitField(target, value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WechatRefused(0, 'bad-field', false, `The field ${name} of ${template} cannot be sent: ${why}`);
  }
}

const withoutLeadingSlash = (page: string) => page.replace(/^\/+/, '');

const asFollower = (user: UserInfo): Follower => ({
  openid: user.openid,
  unionid: user.unionid ?? null,
  subscribed: user.subscribe === 1,
});
