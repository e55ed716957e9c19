import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIMULATED_APPS } from './simulator/cast';
import { simulatedTemplates } from './simulator/identity';
import type { SimulatorOptions } from './simulator/simulator.options';
import { startSimulator } from './simulator/stand-alone';
import { MemoryTokenStore, type TokenStore } from './token-store';
import { createWechatClient, type WechatClient, type WechatClientOptions } from './wechat.client';

/** 10:00 in Beijing on a Monday. */
export const MORNING = Date.parse('2026-11-23T02:00:00Z');

/** A clock that stands still until a test moves it. */
export class TestClock {
  private instant = MORNING;
  readonly now = () => new Date(this.instant);

  advance(by: { minutes?: number; seconds?: number }): void {
    this.instant += (by.minutes ?? 0) * 60_000 + (by.seconds ?? 0) * 1000;
  }
}

export interface SimulatorWorld {
  readonly clock: TestClock;
  readonly baseUrl: string;
  readonly wechat: Awaited<ReturnType<typeof startSimulator>>['wechat'];
  /** A call of the control API; answers its JSON. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<T>;
  client(options?: Partial<WechatClientOptions> & { tokenStore?: TokenStore }): WechatClient;
  close(): Promise<void>;
}

/** A simulator on a free port with clients that speak to it over real HTTP. */
export async function openWorld(options: Partial<SimulatorOptions> = {}): Promise<SimulatorWorld> {
  const clock = new TestClock();
  const simulator = await startSimulator(0, { now: clock.now, callbackPauseMs: 10, ...options });
  const clients: WechatClient[] = [];
  return {
    clock,
    baseUrl: simulator.baseUrl,
    wechat: simulator.wechat,
    async control(method, path, body) {
      const init = {
        method,
        body: body ? JSON.stringify(body) : undefined,
        headers: body ? { 'content-type': 'application/json' } : undefined,
      };
      return (await fetch(`${simulator.baseUrl}/__sim${path}`, init)).json() as never;
    },
    client(own = {}) {
      const client = createWechatClient({
        endpoint: simulator.baseUrl,
        officialAccount: SIMULATED_APPS.oa,
        miniProgram: SIMULATED_APPS.mp,
        templates: simulatedTemplates(),
        tokenStore: new MemoryTokenStore(),
        now: clock.now,
        ...own,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.close();
      await simulator.close();
    },
  };
}

export interface ReceivedCallback {
  readonly method: string;
  readonly query: Record<string, string>;
  readonly body: string;
}

/** An application's callback address; `answer` decides what each POST gets. */
export async function openReceiver(answer: (call: ReceivedCallback, nth: number) => string | null = () => 'success') {
  const received: ReceivedCallback[] = [];
  const receiver = { received, url: '', echo: (question: string) => question, close: async () => {} };
  const server = createServer(async (request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
    if (request.method === 'GET') return void response.end(receiver.echo(query.echostr ?? ''));
    const call = { method: request.method ?? '', query, body: await bodyOf(request) };
    received.push(call);
    const text = answer(call, received.length);
    if (text !== null) response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  receiver.close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return receiver;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
