import type { MessageChannel } from '../../../../integrations/wechat/message-templates.port';
import type { RefusalKind } from '../../../../integrations/wechat/wechat.port';
import type { Reach } from '../../../registers/identity';

/** One account of a person, with what it still allows us to send of one template. */
export interface ReachNow extends Reach {
  readonly credits: number;
}

/** A channel to one account, under the openid of the channel's own app. */
export interface Way {
  readonly channel: MessageChannel;
  readonly accountId: string;
  readonly openid: string;
}

export interface Refusal {
  readonly errcode: number;
  readonly kind: RefusalKind;
  readonly retryable: boolean;
}
