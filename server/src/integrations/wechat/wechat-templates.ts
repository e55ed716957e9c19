import { MessageTemplates, type SubscribableTemplate } from './message-templates.port';
import { type MessageTemplate, TEMPLATE_CATALOGUE, templatesOn } from './template-catalogue';

/** Ids of our message templates at WeChat, by our own keys. */
export class WechatTemplates extends MessageTemplates {
  constructor(
    readonly officialAccount: Readonly<Record<string, string>>,
    readonly miniProgram: Readonly<Record<string, string>>,
  ) {
    super();
  }

  find(key: string) {
    const template = (TEMPLATE_CATALOGUE as readonly MessageTemplate[]).find((t) => t.key === key);
    if (!template) return null;
    const ids = { template: this.officialAccount, subscribe: this.miniProgram };
    return { template, channels: template.channels.filter((channel) => Object.hasOwn(ids[channel], key)) };
  }

  subscribable(): SubscribableTemplate[] {
    return templatesOn('subscribe').flatMap(({ key, title }) => {
      const templateId = this.miniProgram[key];
      return templateId ? [{ key, templateId, title }] : [];
    });
  }

  keyOfMiniProgram(templateId: string): string | null {
    return Object.entries(this.miniProgram).find(([, id]) => id === templateId)?.[0] ?? null;
  }
}
