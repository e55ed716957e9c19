import type { MessageChannel, MessageTemplate } from './template-catalogue';

export type { FieldValue, MessageChannel, MessageTemplate, TemplateField, TemplateKey, TemplateValues } from './template-catalogue';

export interface SubscribableTemplate {
  readonly key: string;
  readonly templateId: string;
  readonly title: string;
}

/** The messages the product can send, as they are set up at WeChat. */
export abstract class MessageTemplates {
  /** Null for a word that no template answers to. `channels` holds those for which WeChat gave us an id, and no other. */
  abstract find(key: string): { readonly template: MessageTemplate; readonly channels: readonly MessageChannel[] } | null;
  /** What the mini-program may ask a person's permission for. */
  abstract subscribable(): SubscribableTemplate[];
  /** Our key of a mini-program template that WeChat names by its id; null for one that is not ours. */
  abstract keyOfMiniProgram(templateId: string): string | null;
}
