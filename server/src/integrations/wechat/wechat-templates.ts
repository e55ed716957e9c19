/** Ids of our message templates at WeChat, by our own keys. */
export class WechatTemplates {
  constructor(
    readonly officialAccount: Readonly<Record<string, string>>,
    readonly miniProgram: Readonly<Record<string, string>>,
  ) {}

  /** Our key of a mini-program template that WeChat names by its id; null for one that is not ours. */
  keyOfMiniProgram(templateId: string): string | null {
    return Object.entries(this.miniProgram).find(([, id]) => id === templateId)?.[0] ?? null;
  }
}
