import { createHash, randomInt } from 'node:crypto';
import type { MessageChannel, MessageTemplate } from '../template-catalogue';
import type { CallbackDelivery } from './callback-delivery';
import type { Credits } from './credits';
import { checkFields } from './field-checker';
import { simulatedTemplateId } from './identity';
import type { Inboxes, InboxItem } from './inboxes';
import type { People, Person } from './people';
import type { SimulatorOptions } from './simulator.options';
import { WechatError } from './wire';

const SAME_CLIENT_ID_MS = 600_000;
const SAME_CONTENT_MS = 60_000;
const DAY_MS = 86_400_000;

export type Json = Readonly<Record<string, unknown>>;

/** The two ways of sending somebody a message, with the platform's checks in the platform's order. */
export class Sending {
  private readonly byClientId = new Map<string, { at: number; msgId: bigint }>();
  private readonly byContent = new Map<string, number>();
  private sentToday = { day: 0, count: 0 };
  private nextMsgId = 3_000_000_000_000_000_000n + BigInt(randomInt(2 ** 40)) * 100_000n + 1n;

  constructor(
    private readonly options: SimulatorOptions,
    private readonly people: People,
    private readonly inboxes: Inboxes,
    private readonly credits: Credits,
    private readonly callbacks: CallbackDelivery,
  ) {}

  /** Official account; `finishStatus` is what the receipt will say. Returns the 64-bit message id. */
  sendTemplate(body: Json, finishStatus = 'success'): bigint {
    const person = this.people.byOaOpenid(body.touser);
    const template = this.templateById('template', body.template_id);
    if (!person.follows) throw new WechatError(43004);
    const page = this.pageOf(body.miniprogram);
    checkFields(keysOf(template), body.data);
    const now = this.options.now().getTime();
    const once = body.client_msg_id ? `${person.oaOpenid} ${String(body.client_msg_id)}` : null;
    const before = once ? this.byClientId.get(once) : undefined;
    if (before && now - before.at < SAME_CLIENT_ID_MS) return before.msgId;
    this.refuseRepeated(body, now);
    this.countAgainstQuota(now);
    const msgId = this.nextMsgId++;
    if (once) remember(this.byClientId, once, { at: now, msgId });
    if (finishStatus === 'success') this.put(person, 'template', template, body.data as Json, page);
    const told = once && this.options.quirks?.zeroMsgIdWithClientMsgId ? 0n : msgId;
    this.callbacks.enqueue({ app: 'oa', openid: person.oaOpenid, event: 'TEMPLATESENDJOBFINISH', msgId: told, status: finishStatus });
    return msgId;
  }

  /** Mini-program; spends one accept of this person for this template. Returns the 64-bit message id. */
  sendSubscribe(body: Json, finishStatus = 'success'): bigint {
    const person = this.people.byMpOpenid(body.touser);
    const template = this.templateById('subscribe', body.template_id);
    const page = body.page === undefined || body.page === '' ? null : this.releasedPage(body.page, 41030);
    checkFields(keysOf(template), body.data);
    const templateId = simulatedTemplateId('subscribe', template.key);
    if (!this.credits.spend(person.mpOpenid, templateId)) throw new WechatError(43101);
    const msgId = this.nextMsgId++;
    const delivered = finishStatus === 'success';
    if (delivered) this.put(person, 'subscribe', template, body.data as Json, page);
    const item = {
      TemplateId: templateId,
      MsgID: msgId.toString(),
      ErrorCode: delivered ? '0' : '43101',
      ErrorStatus: delivered ? 'success' : finishStatus,
    };
    this.callbacks.enqueue({ app: 'mp', openid: person.mpOpenid, event: 'subscribe_msg_sent_event', items: [item] });
    return msgId;
  }

  clearQuota(): void {
    this.sentToday.count = 0;
  }

  private templateById(channel: MessageChannel, id: unknown): MessageTemplate {
    if (typeof id !== 'string' || id.length === 0) throw new WechatError(channel === 'template' ? 40036 : 40037);
    const found = this.options.templates.find((t) => t.channels.includes(channel) && simulatedTemplateId(channel, t.key) === id);
    if (!found) throw new WechatError(40037);
    return found;
  }

  /** The page a card opens: only of the mini-program that belongs to this account, else 40013. */
  private pageOf(miniprogram: unknown): string | null {
    if (miniprogram === undefined || miniprogram === null) return null;
    if (typeof miniprogram !== 'object' || Array.isArray(miniprogram)) throw new WechatError(-1);
    const { appid, pagepath } = miniprogram as Json;
    if (appid !== this.options.apps.mp.appid) throw new WechatError(40013);
    return pagepath === undefined || pagepath === '' ? null : this.releasedPage(pagepath, 40165);
  }

  private releasedPage(page: unknown, refusal: number): string {
    if (typeof page !== 'string' || page.startsWith('/')) throw new WechatError(refusal);
    const { pages } = this.options;
    if (pages && !pages.includes(page.split('?')[0] as string)) throw new WechatError(refusal);
    return page;
  }

  private refuseRepeated(body: Json, now: number): void {
    const { client_msg_id: _own, ...content } = body;
    const fingerprint = createHash('sha1').update(JSON.stringify(content)).digest('base64');
    const last = this.byContent.get(fingerprint);
    if (last !== undefined && now - last < SAME_CONTENT_MS) throw new WechatError(40241);
    remember(this.byContent, fingerprint, now);
  }

  private countAgainstQuota(now: number): void {
    const day = Math.floor(now / DAY_MS);
    if (this.sentToday.day !== day) this.sentToday = { day, count: 0 };
    if (this.sentToday.count >= (this.options.quotas?.templateSendsPerDay ?? 100_000)) throw new WechatError(45009);
    this.sentToday.count += 1;
  }

  private put(person: Person, channel: MessageChannel, template: MessageTemplate, data: Json, page: string | null): void {
    const fields = template.fields.map(({ key, label }) => ({ key, label, value: (data[key] as { value: string }).value }));
    const item: InboxItem = {
      channel,
      intent: template.key,
      title: template.title,
      fields,
      page,
      receivedAt: this.options.now().toISOString(),
    };
    this.inboxes.put(person.key, item);
  }
}

const keysOf = (template: MessageTemplate) => template.fields.map((field) => field.key);

/** A map that forgets its oldest entries; both memories need minutes, not hours. */
function remember<V>(memory: Map<string, V>, key: string, value: V): void {
  memory.delete(key);
  memory.set(key, value);
  if (memory.size > 50_000) memory.delete(memory.keys().next().value as string);
}
