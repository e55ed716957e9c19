import { XMLParser } from 'fast-xml-parser';
import { type CallbackAccount, CallbackRefused, requireSignature, unseal } from './callback-envelope';
import { parseWechatJson } from './wechat-json';

export { type CallbackAccount, CallbackRefused } from './callback-envelope';

/** The query WeChat puts behind a callback address. */
export interface CallbackQuery {
  readonly signature?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly echostr?: string;
  readonly encrypt_type?: string;
  readonly msg_signature?: string;
}

interface Told {
  /** The person, as the app that calls back knows them. */
  readonly openid: string;
  /** Epoch milliseconds, whole seconds. */
  readonly at: number;
  /** Equal for every repetition of the same event, different otherwise. At most 191 characters. */
  readonly dedupeKey: string;
}

export type WechatEvent = Told &
  (
    | { readonly type: 'followed'; readonly scene: string | null }
    | { readonly type: 'unfollowed' }
    /** The receipt of a template message. `msgId` can be `0` although the message had one; then person and time must do. */
    | {
        readonly type: 'template-finished';
        readonly msgId: string;
        readonly outcome: 'delivered' | 'blocked' | 'failed';
        readonly status: string;
      }
    /** The answer given in the subscribe popup, or taken back in the settings later (`rejected`). */
    | { readonly type: 'subscription-answered'; readonly templateId: string; readonly answer: 'accepted' | 'rejected' }
    /** The receipt of a subscribe message. */
    | {
        readonly type: 'subscribe-finished';
        readonly templateId: string;
        readonly msgId: string;
        readonly delivered: boolean;
        readonly status: string;
      }
    | { readonly type: 'other'; readonly event: string }
  );

type Fields = Readonly<Record<string, unknown>>;

const MAX_KEY = 191;
// Entities stay unread: WeChat wraps text in CDATA, and a document type of a stranger's making must do nothing.
const xml = new XMLParser({ parseTagValue: false, processEntities: false, ignoreAttributes: true, trimValues: true });

/** Answers WeChat's question whether this address is ours: the text to send back bare. Throws CallbackRefused. */
export function answerVerification(account: CallbackAccount, query: CallbackQuery): string {
  requireSignature(query.signature, account.token, query.timestamp ?? '', query.nonce ?? '');
  if (!query.echostr) throw new CallbackRefused('format');
  return query.echostr;
}

/**
 * Reads one callback, plain or sealed, XML or JSON, into the events it tells; a list inside it becomes several.
 * `body` is the raw text. Throws CallbackRefused for a wrong signature, a broken envelope, another app's envelope or an unreadable body.
 * An account with an AES key takes sealed callbacks only: the plain signature does not cover the body.
 */
export function readCallback(account: CallbackAccount, query: CallbackQuery, body: string): WechatEvent[] {
  const { timestamp = '', nonce = '' } = query;
  if (!account.aesKey) {
    requireSignature(query.signature, account.token, timestamp, nonce);
    return eventsOf(parse(body));
  }
  const encrypted = parse(body).Encrypt;
  if (typeof encrypted !== 'string') throw new CallbackRefused('encryption');
  requireSignature(query.msg_signature, account.token, timestamp, nonce, encrypted);
  return eventsOf(parse(unseal(account, encrypted)));
}

function parse(body: string): Fields {
  const text = body.trim();
  let parsed: unknown;
  try {
    parsed = text.startsWith('<') ? (xml.parse(text) as { xml?: unknown }).xml : parseWechatJson(text);
  } catch {
    throw new CallbackRefused('format');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new CallbackRefused('format');
  return parsed as Fields;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function eventsOf(fields: Fields): WechatEvent[] {
  const openid = text(fields.FromUserName);
  const at = Number(text(fields.CreateTime)) * 1000;
  if (!openid || !Number.isSafeInteger(at) || at <= 0) throw new CallbackRefused('format');
  const name = text(fields.Event);
  const told = (...parts: string[]): Told => ({ openid, at, dedupeKey: [openid, at / 1000, name, ...parts].join('|').slice(0, MAX_KEY) });
  switch (name) {
    case 'subscribe':
      return [{ ...told(), type: 'followed', scene: text(fields.EventKey).replace(/^qrscene_/, '') || null }];
    case 'unsubscribe':
      return [{ ...told(), type: 'unfollowed' }];
    case 'TEMPLATESENDJOBFINISH':
      return [templateFinished(fields, told)];
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event':
      return itemsOf(fields).map((item) => ({
        ...told(text(item.TemplateId), text(item.SubscribeStatusString)),
        type: 'subscription-answered',
        templateId: text(item.TemplateId),
        answer: item.SubscribeStatusString === 'accept' ? 'accepted' : 'rejected',
      }));
    case 'subscribe_msg_sent_event':
      return itemsOf(fields).map((item) => ({
        ...told(text(item.TemplateId), text(item.MsgID)),
        type: 'subscribe-finished',
        templateId: text(item.TemplateId),
        msgId: text(item.MsgID),
        delivered: text(item.ErrorCode) === '0',
        status: text(item.ErrorStatus),
      }));
    default:
      return [{ ...told(text(fields.MsgId), text(fields.EventKey)), type: 'other', event: name || text(fields.MsgType) }];
  }
}

function templateFinished(fields: Fields, told: (...parts: string[]) => Told): WechatEvent {
  const msgId = text(fields.MsgID);
  const status = text(fields.Status);
  const failed = /user\s*block/.test(status) ? 'blocked' : 'failed';
  return { ...told(msgId), type: 'template-finished', msgId, outcome: status === 'success' ? 'delivered' : failed, status };
}

/** JSON carries `List` at the top, an object for one item and an array for several; XML nests it under the event's own name. */
function itemsOf(fields: Fields): Fields[] {
  const nested = fields.SubscribeMsgPopupEvent ?? fields.SubscribeMsgChangeEvent ?? fields.SubscribeMsgSentEvent;
  const list = fields.List ?? (nested as Fields | undefined)?.List;
  const items = Array.isArray(list) ? list : [list];
  return items.filter((item): item is Fields => typeof item === 'object' && item !== null);
}
