import { randomBytes } from 'node:crypto';

/** WeChat's own sentences by code. Business errors travel under HTTP 200. */
const SENTENCES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40032: 'invalid openid list size',
  40036: 'invalid template_id size',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40165: 'invalid weapp pagepath',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  40241: 'The message is duplicate in 60 seconds',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43004: 'require subscribe',
  43019: 'require remove blacklist',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'concurrent sends to the same user',
  43117: 'Sending messages to this openid too frequently,please try later',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45103: 'This API has been unsupported',
  45109: 'This API has been unsupported',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  48006: 'forbid to clear quota because of reaching the limit',
};

/** A business refusal in WeChat's words; `detail` follows the code's own sentence. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    readonly detail = '',
  ) {
    super(`${SENTENCES[errcode] ?? 'error'}${detail ? ` ${detail}` : ''}`);
  }

  /** The body as it goes over the wire. The sign-in endpoints still use the older tail. */
  toBody(olderTail = false): { errcode: number; errmsg: string } {
    const tail = olderTail ? `, hints: [ req_id: ${randomBytes(4).toString('hex')} ]` : ` rid: ${requestId()}`;
    return { errcode: this.errcode, errmsg: this.message + tail };
  }
}

const requestId = () => [0, 0, 0].map(() => randomBytes(4).toString('hex')).join('-');

/** Answers carry 64-bit numbers, which JSON.stringify cannot write; bigint values come out as bare digits. */
export function toWireJson(value: unknown): string {
  const held: string[] = [];
  const marker = randomBytes(8).toString('hex');
  const text = JSON.stringify(value, (_key, v) => {
    if (typeof v !== 'bigint') return v;
    held.push(v.toString());
    return `${marker}${held.length - 1}`;
  });
  return held.length === 0 ? text : text.replace(new RegExp(`"${marker}(\\d+)"`, 'g'), (_all, index) => held[Number(index)] as string);
}
