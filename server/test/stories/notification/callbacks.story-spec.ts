import { createHash } from 'node:crypto';
import { personaIdentity } from '../../../src/integrations/wechat/simulator/identity';
import { newId } from '../../../src/platform/database/columns';
import { startApp, type TestApp } from '../../support/app';
import {
  allow,
  assignmentFor,
  creditsOf,
  customer,
  deliver,
  follows,
  heard,
  messageAbout,
  offerTo,
  owe,
  settle,
} from './notification.fixture';

const AGENT = personaIdentity('agent-lin').oaOpenid;
const TOKEN = 'simulated-token';
const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** The official account in plain mode, so that a test can write callbacks by hand. */
const PLAIN = { WECHAT_OA_AES_KEY: '' };

function queryFor(token = TOKEN, over: Record<string, string> = {}): string {
  const [timestamp, nonce] = ['1763863200', '42'];
  return new URLSearchParams({ timestamp, nonce, signature: sign(token, timestamp, nonce), ...over }).toString();
}

function finished(t: TestApp, msgId: string, status = 'success', at = t.now()): string {
  const seconds = Math.floor(at / 1000);
  return `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${AGENT}]]></FromUserName><CreateTime>${seconds}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>${msgId}</MsgID><Status><![CDATA[${status}]]></Status></xml>`;
}

describe('what WeChat calls back', () => {
  let t: TestApp;
  let lin: string;
  const post = (body: string, query = queryFor()) =>
    t.http('POST', `/api/wechat/official-account?${query}`, body, { 'content-type': 'text/xml' });
  const taken = async () => Number((await t.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM wechat_callbacks'))[0]?.n);

  /** A message as if it had just been sent and not yet been receipted. */
  async function sentMessage(msgId: string | null): Promise<{ subject: string }> {
    const request = offerTo(lin);
    await deliver(t, request);
    await t.database.transaction((tx) =>
      tx.query(`UPDATE messages SET state = 'sent', received_at = NULL, wechat_msg_id = ?, sent_at = ? WHERE subject = ?`, [
        msgId,
        t.now(),
        request.subject,
      ]),
    );
    return request;
  }

  beforeAll(async () => {
    t = await startApp(PLAIN);
    lin = (await t.as('agent-lin')).me.staffId as string;
    await settle(t);
  });
  afterAll(() => t.stop());

  it('is answered with the bare echo when the signature is right, and refused otherwise', async () => {
    const right = await t.http('GET', `/api/wechat/official-account?${queryFor(TOKEN, { echostr: '5577' })}`);
    expect([right.status, right.body]).toEqual([200, '5577']);
    const forged = await t.http('GET', `/api/wechat/mini-program?${queryFor('guessed', { echostr: '5577' })}`);
    expect([forged.status, forged.body.code]).toEqual([403, 'wechat.callback-refused']);
  });

  it('is refused when forged, and nothing is written', async () => {
    const message = await sentMessage('900');
    const before = await taken();
    for (const query of [queryFor('guessed'), '', 'signature=a&signature=b&timestamp=1&nonce=1']) {
      const answer = await post(finished(t, '900'), query);
      expect([answer.status, answer.body.code]).toEqual([403, 'wechat.callback-refused']);
    }
    expect((await post('no xml at all')).status).toBe(403);
    expect(await taken()).toBe(before);
    expect(await messageAbout(t, message)).toMatchObject({ state: 'sent' });
  });

  it('marks the message once, however often it is repeated and however many at once', async () => {
    const message = await sentMessage('901');
    const body = finished(t, '901');
    const before = await taken();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(body)));
    expect(answers.map((a) => [a.status, a.body])).toEqual(answers.map(() => [200, 'success']));
    expect(await messageAbout(t, message)).toMatchObject({ state: 'received' });
    expect(await taken()).toBe(before + 1);
    const late = await post(finished(t, '901', 'failed: system failed', t.now() + 2000));
    expect(late.status).toBe(200);
    expect(await messageAbout(t, message)).toMatchObject({ state: 'received', reason: null });
  });

  it.each([
    ['failed: system failed', '微信系统原因，没有送达'],
    ['failed:freq limit', '发送太频繁，被微信限制'],
    ['failed:something new', '微信没有送达这条消息'],
  ])('says in words why a message did not arrive: %s', async (status, reason) => {
    const msgId = String(910_000 + status.length);
    const message = await sentMessage(msgId);
    await post(finished(t, msgId, status));
    expect(await messageAbout(t, message)).toMatchObject({ state: 'failed', reason });
  });

  it('finds the message by person and time when WeChat gives no id', async () => {
    await t.travel('PT11M'); // away from what the tests before left open
    const [first, second] = [await sentMessage('920'), await sentMessage('921')];
    await post(finished(t, '0'));
    await settle(t);
    expect((await messageAbout(t, first)).state).toBe('received');
    expect((await messageAbout(t, second)).state).toBe('sent');
  });

  it('that comes before its message is written is kept until it is', async () => {
    await post(finished(t, '930'));
    const message = await sentMessage('930');
    expect((await messageAbout(t, message)).state).toBe('sent');
    await settle(t, 'PT30S');
    expect((await messageAbout(t, message)).state).toBe('received');
  });

  it('is let go when it is about no message of ours', async () => {
    await post(finished(t, '940'));
    await settle(t, 'PT10M');
    const left = await t.database.rows(`SELECT id FROM jobs WHERE kind = 'message.receipt' AND status IN ('pending', 'dead')`);
    expect(left).toEqual([]);
  });

  it('joins a new follower to the person who signed in, and lets go of one who leaves', async () => {
    await customer(t, 'ning');
    expect(await follows(t, 'ning')).toBe(false);
    await t.sim('POST', 'personas/ning/follow');
    await heard(t);
    await settle(t);
    expect(await follows(t, 'ning')).toBe(true);
    await t.sim('POST', 'personas/ning/unfollow');
    await heard(t);
    await settle(t);
    expect(await follows(t, 'ning')).toBe(false);
  });

  it('counts an answer of the popup once when it is repeated', async () => {
    const { id, accountId } = await customer(t, 'lan');
    const list = { TemplateId: '', SubscribeStatusString: 'accept', PopupScene: '0' };
    const { items } = (await t.http('GET', '/api/wechat/subscribe-templates')).body;
    list.TemplateId = items.find((i: { key: string }) => i.key === 'agent-assigned').templateId;
    const event = {
      ToUserName: 'gh_2',
      FromUserName: personaIdentity('lan').mpOpenid,
      CreateTime: Math.floor(t.now() / 1000),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: list,
    };
    const tell = () => t.http('POST', `/api/wechat/mini-program?${queryFor()}`, event);
    for (let n = 0; n < 3; n++) expect((await tell()).body).toBe('success');
    expect(await creditsOf(t, accountId)).toBe(1);
    // WeChat itself knows of none: the ledger learns it from the refusal.
    expect(await deliver(t, assignmentFor(id))).toMatchObject({ channel: 'inbox' });
    expect(await creditsOf(t, accountId)).toBe(0);
    await allow(t, 'lan', 'agent-assigned');
    expect(await creditsOf(t, accountId)).toBe(1);
  });

  it('about a stranger or a template that is not ours changes nothing', async () => {
    const event = { ToUserName: 'gh_2', FromUserName: `oM${newId()}`, CreateTime: 1, MsgType: 'event', Event: 'subscribe_msg_popup_event' };
    const List = { TemplateId: 'unknown', SubscribeStatusString: 'accept', PopupScene: '0' };
    const answer = await t.http('POST', `/api/wechat/mini-program?${queryFor()}`, { ...event, List });
    expect([answer.status, answer.body]).toEqual([200, 'success']);
    await owe(t);
  });
});

describe('sealed callbacks', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp({ RATE_LIMIT_PUBLIC_PER_MINUTE: '3' });
  });
  afterAll(() => t.stop());

  it('are required of an account that has a key: a plain one is refused', async () => {
    const answer = await t.http('POST', `/api/wechat/official-account?${queryFor()}`, finished(t, '1'), { 'content-type': 'text/xml' });
    expect([answer.status, answer.body.code]).toEqual([403, 'wechat.callback-refused']);
  });

  it('are not throttled: all of WeChat calls from a few addresses', async () => {
    const calls = Array.from({ length: 10 }, () => t.http('POST', `/api/wechat/mini-program?${queryFor('guessed')}`, {}));
    expect(new Set((await Promise.all(calls)).map((answer) => answer.status))).toEqual(new Set([403]));
  });
});
