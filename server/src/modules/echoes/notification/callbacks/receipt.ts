import type { MessageChannel } from '../../../../integrations/wechat/message-templates.port';

/** What WeChat tells about one message after it has taken it. */
export interface Receipt {
  channel: MessageChannel;
  /** Empty or `0` when WeChat did not say. */
  msgId: string;
  openid: string;
  /** Subscribe messages name their template. */
  templateKey: string | null;
  /** Epoch ms, whole seconds. */
  at: number;
  outcome: 'received' | 'failed';
  /** WeChat's own word, such as `failed:user block`. */
  status: string;
}
