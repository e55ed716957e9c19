import type { ReachNow, Refusal, Way } from './way';

export type RecipientKind = 'staff' | 'customer';
/** What follows from a refusal: it arrived before, try the next way, try again later, or a person must look at it. */
export type Step = 'sent' | 'next' | 'later' | 'give-up';

/**
 * Rules L1 and L5: the ways by which a message can reach a person now, best first. Colleagues are told by the official
 * account; customers by the mini-program while they allow it, else by the official account. The inbox copy is there besides.
 */
export function waysFor(recipient: RecipientKind, channels: readonly Way['channel'][], reaches: readonly ReachNow[]): Way[] {
  const template = channels.includes('template')
    ? reaches.flatMap((r): Way[] =>
        r.followsOfficialAccount && r.oaOpenid ? [{ channel: 'template', accountId: r.accountId, openid: r.oaOpenid }] : [],
      )
    : [];
  if (recipient === 'staff' || !channels.includes('subscribe')) return template;
  const allowing = reaches.filter((r) => r.credits > 0);
  return [...allowing.map((r): Way => ({ channel: 'subscribe', accountId: r.accountId, openid: r.mpOpenid })), ...template];
}

export function stepAfter({ kind, retryable }: Refusal): Step {
  if (kind === 'duplicate') return 'sent';
  if (kind === 'no-credit' || kind === 'not-following' || kind === 'blocked') return 'next';
  return retryable || kind === 'temporary' || kind === 'quota' ? 'later' : 'give-up';
}

/** Why a message is in the inbox only, for the colleague who asks whether it arrived. */
export function whyInboxOnly(recipient: RecipientKind, reaches: readonly ReachNow[], refused: boolean): string {
  if (refused) return '微信未能送达（对方已取消关注、拒收或订阅次数已用完），已放入站内消息';
  if (reaches.length === 0) return '对方还没有登录过小程序，登录后可在站内消息中看到';
  return recipient === 'staff' ? '没有关注公众号，只放入了站内消息' : '没有可用的订阅次数，也没有关注公众号，只放入了站内消息';
}

/** Why a message failed, or is tried again; what somebody can do about it comes with it. */
export function whyRefused({ errcode, kind }: Refusal): string {
  const code = errcode === 0 ? '' : `（微信返回码 ${errcode}）`;
  switch (kind) {
    case 'temporary':
      return `微信暂时没有响应${code}`;
    case 'quota':
      return `超过微信的发送次数限制${code}`;
    case 'bad-field':
      return `消息内容不符合微信模板要求，请联系管理员${code}`;
    default:
      return `微信拒绝发送，请联系管理员${code}`;
  }
}

/** What the receipt of a message that did not arrive says, for people. `status` is WeChat's own word. */
export function whyUndelivered(status: string): string {
  if (/user\s*block/.test(status)) return '对方拒收了公众号消息';
  if (/freq\s*limit/.test(status)) return '发送太频繁，被微信限制';
  if (/system/.test(status)) return '微信系统原因，没有送达';
  return '微信没有送达这条消息';
}
