import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventBody, type SimulatedEvent, sealedBody } from './callback-events';
import { seal, sign } from './callback-sealing';
import type { CallbackUrl, SimulatorOptions } from './simulator.options';

const TRIES = 3;
const AT_ONCE = 8;
const REMEMBERED = 100;

export interface Delivery {
  readonly app: 'oa' | 'mp';
  readonly event: string;
  attempts: number;
  state: 'waiting' | 'accepted' | 'given-up' | 'nowhere';
  problem: string | null;
}

interface Work {
  readonly event: SimulatedEvent;
  readonly createdAt: number;
  readonly delivery: Delivery;
}

/**
 * Sends events to the application as WeChat does: signed, sealed for an account that has an AES key, verified by a GET first,
 * and up to three times when the answer is late or is neither empty nor `success`.
 */
export class CallbackDelivery {
  private readonly waiting: Work[] = [];
  private readonly recent: Delivery[] = [];
  private readonly verified = new Set<string>();
  private running = 0;
  private stopped = false;
  private idleListeners: (() => void)[] = [];

  constructor(private readonly options: SimulatorOptions) {}

  get pending(): number {
    return this.waiting.length + this.running;
  }

  get deliveries(): readonly Delivery[] {
    return this.recent;
  }

  enqueue(event: SimulatedEvent): void {
    const delivery: Delivery = { app: event.app, event: event.event, attempts: 0, state: 'waiting', problem: null };
    this.recent.unshift(delivery);
    this.recent.length = Math.min(this.recent.length, REMEMBERED);
    this.waiting.push({ event, createdAt: Math.floor(this.options.now().getTime() / 1000), delivery });
    setImmediate(() => this.next());
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.idleListeners.push(resolve));
  }

  stop(): void {
    this.stopped = true;
    this.waiting.length = 0;
    if (this.running === 0) this.sayIdle();
  }

  private next(): void {
    while (this.running < AT_ONCE && this.waiting.length > 0) {
      const work = this.waiting.shift() as Work;
      this.running += 1;
      void this.deliver(work).finally(() => {
        this.running -= 1;
        this.next();
        if (this.pending === 0) this.sayIdle();
      });
    }
  }

  private sayIdle(): void {
    for (const resolve of this.idleListeners.splice(0)) resolve();
  }

  private async deliver({ event, createdAt, delivery }: Work): Promise<void> {
    const url = resolveUrl(event.app === 'oa' ? this.options.callbackUrls.officialAccount : this.options.callbackUrls.miniProgram);
    if (!url) {
      delivery.state = 'nowhere';
      return;
    }
    while (delivery.attempts < TRIES && !this.stopped) {
      if (delivery.attempts > 0) await pause(this.options.callbackPauseMs ?? 300);
      delivery.attempts += 1;
      try {
        await this.verify(event.app, url);
        await this.post(event, createdAt, url);
        delivery.state = 'accepted';
        return;
      } catch (error) {
        delivery.problem = error instanceof Error ? error.message : String(error);
      }
    }
    delivery.state = 'given-up';
    this.options.onProblem?.(`The application did not take the ${event.event} callback: ${delivery.problem}`);
  }

  /** An address is used only after it has echoed a signed question, once. */
  private async verify(app: 'oa' | 'mp', url: string): Promise<void> {
    if (this.verified.has(url)) return;
    const echostr = String(randomInt(2 ** 40, 2 ** 47));
    const query = new URLSearchParams({ ...this.signed(app), echostr });
    const answer = await this.call(`${url}?${query}`, { method: 'GET' });
    if (answer !== echostr) throw new Error('the address did not echo the verification string');
    this.verified.add(url);
  }

  private async post(event: SimulatedEvent, createdAt: number, url: string): Promise<void> {
    const app = this.options.apps[event.app];
    const plain = eventBody(event, createdAt);
    const query = new URLSearchParams({ ...this.signed(event.app), openid: event.openid });
    let body = plain;
    if (app.aesKey) {
      const encrypted = seal(app.aesKey, app.appid, plain);
      query.set('encrypt_type', 'aes');
      query.set('msg_signature', sign(this.tokenOf(event.app), query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted));
      body = sealedBody(event.app, encrypted);
    }
    const type = event.app === 'oa' ? 'text/xml' : 'application/json';
    const answer = await this.call(`${url}?${query}`, { method: 'POST', body, headers: { 'content-type': type } });
    if (answer !== '' && answer !== 'success') throw new Error('the answer was neither empty nor "success"');
  }

  private async call(url: string, init: RequestInit): Promise<string> {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(this.options.callbackTimeoutMs ?? 5000) });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`the answer was HTTP ${response.status}`);
    return text.trim();
  }

  private signed(app: 'oa' | 'mp'): { signature: string; timestamp: string; nonce: string } {
    const timestamp = String(Math.floor(this.options.now().getTime() / 1000));
    const nonce = String(randomBytes(4).readUInt32BE());
    return { signature: sign(this.tokenOf(app), timestamp, nonce), timestamp, nonce };
  }

  private tokenOf(app: 'oa' | 'mp'): string {
    return this.options.apps[app].token ?? this.options.apps.oa.token;
  }
}

const resolveUrl = (url: CallbackUrl): string | null => (typeof url === 'function' ? url() : url);
