import { createHash } from 'node:crypto';
import { type MessageChannel, templatesOn } from '../template-catalogue';

export interface PersonaIdentity {
  readonly mpOpenid: string;
  readonly oaOpenid: string;
  readonly unionid: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Who a persona is to each app: the same key gives the same ids on every machine, so that seeds can bind staff
 * to their WeChat before anybody has signed in. Shaped like the real ones: 28 characters, different in each app.
 */
export function personaIdentity(key: string): PersonaIdentity {
  return {
    mpOpenid: `oM${digest(`mini-program:${key}`).slice(0, 26)}`,
    oaOpenid: `oA${digest(`official-account:${key}`).slice(0, 26)}`,
    unionid: `oU${digest(`union:${key}`).slice(0, 26)}`,
  };
}

/** The simulator's own id of a template on a channel, 43 characters like WeChat's. */
export function simulatedTemplateId(channel: MessageChannel, templateKey: string): string {
  return digest(`${channel}:${templateKey}`);
}

/** All ids of the simulator by template key, in the shape the client is configured with. */
export function simulatedTemplates(): { officialAccount: Record<string, string>; miniProgram: Record<string, string> } {
  const idsOn = (channel: MessageChannel) =>
    Object.fromEntries(templatesOn(channel).map(({ key }) => [key, simulatedTemplateId(channel, key)]));
  return { officialAccount: idsOn('template'), miniProgram: idsOn('subscribe') };
}
