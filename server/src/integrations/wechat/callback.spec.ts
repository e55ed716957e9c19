import { answerVerification, type CallbackAccount, readCallback } from './callback';
import { signatureOf } from './callback-envelope';
import { seal } from './simulator/callback-sealing';

const PLAIN: CallbackAccount = { appid: 'wx1', token: 'AAAAA', aesKey: '' };
const SEALED: CallbackAccount = { appid: 'wx1', token: 'AAAAA', aesKey: 'c2ltdWxhdGVkIHdlY2hhdCBjYWxsYmFjayBhZXMga2U' };
const AT = { timestamp: '1714037059', nonce: '486452656' };
const signedPlain = { ...AT, signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78' };

const FINISH = (status: string, id = '3248682510344192009') =>
  `<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[oAgent]]></FromUserName><CreateTime>1395658920</CreateTime>` +
  `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>${id}</MsgID><Status><![CDATA[${status}]]></Status></xml>`;

/** A sealed callback as an account with an AES key gets it. */
function sealed(account: CallbackAccount, message: string) {
  const encrypted = seal(account.aesKey, account.appid, message);
  const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { query: { ...AT, encrypt_type: 'aes', msg_signature: signatureOf(account.token, AT.timestamp, AT.nonce, encrypted) }, body };
}

describe('the callback address', () => {
  it('answers the verification of the platform documents with the bare echo', () => {
    const query = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      timestamp: '1714036504',
      nonce: '1514711492',
      echostr: '4375120948345356249',
    };
    expect(answerVerification(PLAIN, query)).toBe('4375120948345356249');
  });

  it('refuses a wrong, a short and a missing signature', () => {
    for (const signature of ['f464b24fc39322e44b38aa78f5edd27bd1441697', 'f4', undefined]) {
      expect(() => answerVerification(PLAIN, { ...AT, signature, echostr: '1' })).toThrow('signature');
    }
  });
});

describe('a plain callback', () => {
  it.each([
    ['success', 'delivered'],
    ['failed:user block', 'blocked'],
    ['failed: system failed', 'failed'],
    ['failed:freq limit', 'failed'],
  ])('tells that a template message ended with "%s" as %s, its id unrounded', (status, outcome) => {
    expect(readCallback(PLAIN, signedPlain, FINISH(status))).toEqual([
      expect.objectContaining({
        type: 'template-finished',
        openid: 'oAgent',
        at: 1395658920000,
        msgId: '3248682510344192009',
        outcome,
        status,
      }),
    ]);
  });

  it('gives repetitions the same key and other receipts another', () => {
    const key = (body: string) => readCallback(PLAIN, signedPlain, body)[0]?.dedupeKey;
    expect(key(FINISH('success'))).toBe(key(FINISH('success')));
    expect(key(FINISH('success'))).not.toBe(key(FINISH('success', '3248682510344192011')));
  });

  it('reads who came and went, with the scene of the code they scanned', () => {
    const event = (name: string, key: string) =>
      `<xml><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1395658920</CreateTime><MsgType>event</MsgType><Event>${name}</Event><EventKey><![CDATA[${key}]]></EventKey></xml>`;
    expect(readCallback(PLAIN, signedPlain, event('subscribe', 'qrscene_hall-2'))[0]).toMatchObject({ type: 'followed', scene: 'hall-2' });
    expect(readCallback(PLAIN, signedPlain, event('subscribe', ''))[0]).toMatchObject({ type: 'followed', scene: null });
    expect(readCallback(PLAIN, signedPlain, event('unsubscribe', ''))[0]).toMatchObject({ type: 'unfollowed' });
    expect(readCallback(PLAIN, signedPlain, event('user_pay', 'x'))[0]).toMatchObject({ type: 'other', event: 'user_pay' });
  });

  it('reads a list of one given as an object, of several as an array, and the nested XML form', () => {
    const json = (list: string) =>
      `{"FromUserName":"o1","CreateTime":1620973045,"MsgType":"event","Event":"subscribe_msg_popup_event","List":${list}}`;
    const one = '{"TemplateId":"t1","SubscribeStatusString":"accept","PopupScene":"0"}';
    const other = '{"TemplateId":"t2","SubscribeStatusString":"reject","PopupScene":"0"}';
    expect(readCallback(PLAIN, signedPlain, json(one))).toMatchObject([{ templateId: 't1', answer: 'accepted' }]);
    const two = readCallback(PLAIN, signedPlain, json(`[${one},${other}]`));
    expect(two).toMatchObject([
      { templateId: 't1', answer: 'accepted' },
      { templateId: 't2', answer: 'rejected' },
    ]);
    expect(two[0]?.dedupeKey).not.toBe(two[1]?.dedupeKey);
    const xml =
      '<xml><FromUserName>o1</FromUserName><CreateTime>1620973045</CreateTime><Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List>' +
      '<TemplateId>t1</TemplateId><MsgID>3248682510344192009</MsgID><ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent></xml>';
    expect(readCallback(PLAIN, signedPlain, xml)).toMatchObject([
      { type: 'subscribe-finished', msgId: '3248682510344192009', delivered: true },
    ]);
  });

  it.each(['', 'hello', '<xml>', '{"a":', '[]', '<a/>', '{"FromUserName":"o1","CreateTime":"soon"}', '{"FromUserName":"o1"}'])(
    'refuses the unreadable body %p',
    (body) => {
      expect(() => readCallback(PLAIN, signedPlain, body)).toThrow('format');
    },
  );

  it('does nothing with a document type of a stranger', () => {
    const body = `<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${FINISH('success').replace('oAgent', '&b;')}`;
    let openid = '';
    try {
      openid = readCallback(PLAIN, signedPlain, body)[0]?.openid ?? '';
    } catch {
      // A refusal is as good.
    }
    expect(openid).not.toContain('aaaa');
  });
});

describe('a sealed callback', () => {
  it('is opened and read', () => {
    const { query, body } = sealed(SEALED, FINISH('success'));
    expect(readCallback(SEALED, query, body)[0]).toMatchObject({ type: 'template-finished', outcome: 'delivered' });
  });

  it('is refused when its signature, its content or its receiver is wrong', () => {
    const { query, body } = sealed(SEALED, FINISH('success'));
    expect(() => readCallback(SEALED, { ...query, msg_signature: query.msg_signature.replace(/^./, 'x') }, body)).toThrow('signature');
    expect(() => readCallback({ ...SEALED, token: 'BBBBB' }, query, body)).toThrow('signature');
    expect(() => readCallback({ ...SEALED, appid: 'wx2' }, query, body)).toThrow('appid');
    const garbage = Buffer.alloc(64, 7).toString('base64');
    const signed = { ...AT, msg_signature: signatureOf(SEALED.token, AT.timestamp, AT.nonce, garbage) };
    expect(() => readCallback(SEALED, signed, JSON.stringify({ Encrypt: garbage }))).toThrow(/encryption|appid/);
  });

  it('cannot be replaced by a plain one, whose signature does not cover the body', () => {
    expect(() => readCallback(SEALED, signedPlain, FINISH('success'))).toThrow('encryption');
  });
});
