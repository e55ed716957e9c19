import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { coded } from '../../platform/http/coded-error';
import { answerVerification, type CallbackAccount, type CallbackQuery, CallbackRefused, readCallback, type WechatEvent } from './callback';
import { type CallbackApp, WechatCallbacks } from './wechat-callbacks.port';

/** Callbacks checked against the tokens and keys of the configured accounts. */
@Injectable()
export class ConfiguredCallbacks extends WechatCallbacks {
  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  answerVerification(app: CallbackApp, query: CallbackQuery): string {
    return refusing(() => answerVerification(this.account(app), query));
  }

  read(app: CallbackApp, query: CallbackQuery, body: string): WechatEvent[] {
    return refusing(() => readCallback(this.account(app), query, body));
  }

  private account(app: CallbackApp): CallbackAccount {
    const { appId, token, aesKey } = this.config.wechat[app];
    return { appid: appId, token, aesKey };
  }
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CallbackRefused) throw coded('wechat.callback-refused');
    throw error;
  }
}
