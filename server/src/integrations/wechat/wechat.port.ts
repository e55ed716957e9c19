import type { TemplateKey, TemplateValues } from './template-catalogue';

/** The injection token under which the port is provided. */
export const WECHAT = Symbol('WECHAT');

/** What the product asks of WeChat, in the product's words. Everything rejects with WechatRefused and nothing else. */
export interface WechatPort {
  /** Redeems a sign-in code of the mini-program, which is good once; refused as `invalid-code` otherwise. */
  code2session(code: string): Promise<WechatIdentity>;
  /** Redeems the code of the phone button. The answer is E.164. */
  phoneNumber(code: string): Promise<{ phone: string }>;
  /** A template message of the official account; the same `clientMsgId` reaches a person once within ten minutes. */
  sendTemplate<K extends TemplateKey>(message: TemplateMessage<K>): Promise<{ msgId: string }>;
  /** A subscribe message of the mini-program; spends one accept of this person for this template. */
  sendSubscribe<K extends TemplateKey>(message: SubscribeMessage<K>): Promise<{ msgId: string }>;
  /** Everybody who follows the official account, page by page. */
  followers(): AsyncIterable<Follower>;
  userInfo(openid: string): Promise<Follower>;
  /** A mini-program code as a picture. `scene` holds up to 32 characters, `page` neither a leading slash nor a query. */
  miniProgramCode(wanted: { scene: string; page: string; widthPx?: number }): Promise<{ mime: string; bytes: Buffer }>;
}

export interface WechatIdentity {
  readonly openid: string;
  /** The same for one person in all apps of the company; null while the apps are not bound together. */
  readonly unionid: string | null;
}

export interface Follower extends WechatIdentity {
  readonly subscribed: boolean;
}

export interface SubscribeMessage<K extends TemplateKey> {
  readonly openid: string;
  readonly templateKey: K;
  readonly fields: TemplateValues<K>;
  /** Mini-program page the card opens, without a leading slash, with its query. */
  readonly page: string | null;
}

export interface TemplateMessage<K extends TemplateKey> extends SubscribeMessage<K> {
  readonly clientMsgId: string;
}

export type RefusalKind =
  | 'no-credit'
  | 'not-following'
  | 'blocked'
  | 'invalid-code'
  | 'duplicate'
  | 'bad-field'
  | 'quota'
  | 'temporary'
  | 'other';

/** WeChat said no, or nothing. `retryable` says whether the same request can succeed later. The text holds no secret and no person. */
export class WechatRefused extends Error {
  override readonly name = 'WechatRefused';

  constructor(
    /** WeChat's code; 0 when the refusal did not come from WeChat. */
    readonly errcode: number,
    readonly kind: RefusalKind,
    readonly retryable: boolean,
    message: string,
  ) {
    super(message);
  }
}
