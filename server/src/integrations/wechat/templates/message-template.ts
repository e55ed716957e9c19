/** `template` is the official account's template message, `subscribe` the mini-program's one-time subscribe message. */
export type MessageChannel = 'template' | 'subscribe';

export interface TemplateField {
  /** The word our code uses. */
  readonly name: string;
  /** WeChat's key: its prefix is the field's type and decides what may stand in it. */
  readonly key: string;
  /** What people read before the value. */
  readonly label: string;
  readonly example: string;
}

export interface MessageTemplate {
  readonly key: string;
  readonly channels: readonly MessageChannel[];
  readonly title: string;
  readonly fields: readonly TemplateField[];
}
