import type { CallbackQuery, WechatEvent } from './callback';

export type { CallbackQuery, WechatEvent } from './callback';

export type CallbackApp = 'officialAccount' | 'miniProgram';

/** What WeChat tells us. Both refuse with CodedError `wechat.callback-refused` what did not come from WeChat or was not meant for us. */
export abstract class WechatCallbacks {
  /** The bare text that proves this address is ours. */
  abstract answerVerification(app: CallbackApp, query: CallbackQuery): string;
  /** The events of one callback; `body` is its raw text. */
  abstract read(app: CallbackApp, query: CallbackQuery, body: string): WechatEvent[];
}
