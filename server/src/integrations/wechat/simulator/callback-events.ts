import { toWireJson } from './wire';

/** One answer or receipt about subscribe messages; several of them share one event. */
export type SubscribeItem = Readonly<Record<string, string>>;

export type SimulatedEvent =
  | { readonly app: 'oa'; readonly openid: string; readonly event: 'subscribe' | 'unsubscribe'; readonly eventKey: string }
  | {
      readonly app: 'oa';
      readonly openid: string;
      readonly event: 'TEMPLATESENDJOBFINISH';
      readonly msgId: bigint;
      readonly status: string;
    }
  | {
      readonly app: 'mp';
      readonly openid: string;
      readonly event: 'subscribe_msg_popup_event' | 'subscribe_msg_change_event' | 'subscribe_msg_sent_event';
      readonly items: readonly SubscribeItem[];
    };

/** The original id of each account, as callbacks carry it. */
const RECEIVERS = { oa: 'gh_7f083739789a', mp: 'gh_5a2c90e1b34d' } as const;

/** The body of an event: XML for the official account, JSON for the mini-program. */
export function eventBody(event: SimulatedEvent, createdAtSeconds: number): string {
  return event.app === 'oa' ? accountXml(event, createdAtSeconds) : miniProgramJson(event, createdAtSeconds);
}

/** The envelope of secure mode in the same format as the body. */
export function sealedBody(app: 'oa' | 'mp', encrypted: string): string {
  if (app === 'mp') return JSON.stringify({ ToUserName: RECEIVERS.mp, Encrypt: encrypted });
  return `<xml>${tag('ToUserName', RECEIVERS.oa)}${tag('Encrypt', encrypted)}</xml>`;
}

const tag = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`;

function accountXml(event: Extract<SimulatedEvent, { app: 'oa' }>, at: number): string {
  const head = `${tag('ToUserName', RECEIVERS.oa)}${tag('FromUserName', event.openid)}<CreateTime>${at}</CreateTime>`;
  const kind = `${tag('MsgType', 'event')}${tag('Event', event.event)}`;
  const rest =
    event.event === 'TEMPLATESENDJOBFINISH'
      ? `<MsgID>${event.msgId}</MsgID>${tag('Status', event.status)}`
      : tag('EventKey', event.eventKey);
  return `<xml>${head}${kind}${rest}</xml>`;
}

/** `List` is an object for one item and an array for several, which is how the platform does it. */
function miniProgramJson(event: Extract<SimulatedEvent, { app: 'mp' }>, at: number): string {
  return toWireJson({
    ToUserName: RECEIVERS.mp,
    FromUserName: event.openid,
    CreateTime: at,
    MsgType: 'event',
    Event: event.event,
    List: event.items.length === 1 ? event.items[0] : event.items,
  });
}
