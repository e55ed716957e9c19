import { type RefusalKind, WechatRefused } from './wechat.port';

type Meaning = readonly [kind: RefusalKind, retryable: boolean];

/** What a code means to the product. Codes that are not here are `other` and not retried. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: ['temporary', true],
  // The token was renewed once already when one of these comes through, so it is an outage and not our request.
  40001: ['temporary', true],
  40014: ['temporary', true],
  42001: ['temporary', true],
  40029: ['invalid-code', false],
  40163: ['invalid-code', false],
  // Caller address not on the list: somebody has to mend it, and the message is still owed then.
  40164: ['temporary', true],
  40226: ['blocked', false],
  40241: ['duplicate', false],
  43004: ['not-following', false],
  43019: ['blocked', false],
  43101: ['no-credit', false],
  43107: ['blocked', false],
  43108: ['temporary', true],
  43117: ['quota', true],
  45009: ['quota', false],
  45011: ['quota', true],
  45168: ['bad-field', false],
  47003: ['bad-field', false],
};

/** A refusal by WeChat's code; `sentence` is WeChat's, already free of secrets. */
export function refusalOf(errcode: number, sentence: string): WechatRefused {
  const [kind, retryable] = MEANINGS[errcode] ?? (['other', false] as const);
  return new WechatRefused(errcode, kind, retryable, `WeChat answered ${errcode}: ${sentence}`);
}

/** No usable answer: a timeout, a broken line, a server error. Whether the request was carried out is unknown. */
export function silenceOf(sentence: string): WechatRefused {
  return new WechatRefused(0, 'temporary', true, `WeChat did not answer: ${sentence}`);
}

/** Takes secrets, tokens and codes out of a text, by their parameter names and by the very values known to us. */
export function withoutSecrets(text: string, known: readonly string[]): string {
  const named = text.replace(/\b(secret|access_token|js_code|code|openid|next_openid)=[^&\s,"']*/g, '$1=***');
  return known.filter((value) => value.length >= 8).reduce((clean, value) => clean.replaceAll(value, '***'), named);
}
