import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { Clock } from '../../platform/clock/clock';
import { ConfiguredCallbacks } from './configured-callbacks';
import { MessageTemplates } from './message-templates.port';
import { SharedTokenStore } from './shared-token-store';
import { simulatedTemplateId } from './simulator/identity';
import { templatesOn } from './template-catalogue';
import { createWechatClient } from './wechat.client';
import { WECHAT } from './wechat.port';
import { WechatCallbacks } from './wechat-callbacks.port';
import { WechatTemplates } from './wechat-templates';

@Global()
@Module({
  providers: [
    SharedTokenStore,
    { provide: MessageTemplates, useExisting: WechatTemplates },
    { provide: WechatCallbacks, useClass: ConfiguredCallbacks },
    {
      provide: WechatTemplates,
      inject: [CONFIG],
      useFactory: (config: Config) => {
        const { templates, simulator } = config.wechat;
        if (!simulator) return new WechatTemplates(templates.officialAccount, templates.miniProgram);
        const ids = (channel: 'template' | 'subscribe') =>
          Object.fromEntries(templatesOn(channel).map((t) => [t.key, simulatedTemplateId(channel, t.key)]));
        return new WechatTemplates(ids('template'), ids('subscribe'));
      },
    },
    {
      provide: WECHAT,
      inject: [CONFIG, SharedTokenStore, WechatTemplates, Clock],
      useFactory: (config: Config, tokenStore: SharedTokenStore, templates: WechatTemplates, clock: Clock) =>
        createWechatClient({
          endpoint: config.wechat.endpoint,
          officialAccount: { appid: config.wechat.officialAccount.appId, secret: config.wechat.officialAccount.secret },
          miniProgram: { appid: config.wechat.miniProgram.appId, secret: config.wechat.miniProgram.secret },
          templates: { officialAccount: templates.officialAccount, miniProgram: templates.miniProgram },
          tokenStore,
          // A token's life is the machine's time, except beside the simulator, whose clock is ours.
          now: () => (config.wechat.simulator ? clock.date() : new Date(clock.wall())),
        }),
    },
  ],
  exports: [WECHAT, MessageTemplates, WechatCallbacks],
})
export class WechatModule {}
