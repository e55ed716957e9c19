import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { ClockAnswer, Me, SessionAnswer } from '@guihu/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, prepare } from '../../src/bootstrap';
import { type Environment, readConfig } from '../../src/config/config';
import type { CastKey } from '../../src/integrations/wechat/simulator/cast';
import { Clock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { freshDatabase } from './database';

export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/** Somebody with a phone in their hand: signed in, speaking HTTP. */
export interface Person {
  key: string;
  me: Me;
  token: string;
  get<T = any>(route: string): Promise<Answer<T>>;
  post<T = any>(route: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = any>(route: string, body?: unknown): Promise<Answer<T>>;
  /** What WeChat shows this person, newest first. */
  inbox(): Promise<
    {
      channel: string;
      intent: string;
      title: string;
      fields: { key: string; label: string; value: string }[];
      page: string | null;
      receivedAt: string;
    }[]
  >;
  phoneCode(): Promise<string>;
}

export interface TestApp {
  url: string;
  app: NestFastifyApplication;
  database: Database;
  now(): number;
  /** Moves the application's clock and runs what became due on the way; `PT0S` only runs what is due now. */
  travel(iso: string): Promise<ClockAnswer>;
  as(key: CastKey | (string & {})): Promise<Person>;
  /** A WeChat user unknown to the application. */
  stranger(key: string, phone?: string): Promise<Person>;
  sim<T = any>(method: string, route: string, body?: unknown): Promise<Answer<T>>;
  http<T = any>(method: string, route: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  stop(): Promise<void>;
}

/** The whole application on a database of its own, with the simulator, listening on a free port; background work runs when time is moved. */
export async function startApp(environment: Environment = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guihu-data-'));
  const port = await freePort();
  const config = readConfig({ PORT: String(port), DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment });
  const app = await createApp(config, await prepare(config));
  await app.listen(port, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const http = (method: string, route: string, body?: unknown, headers?: Record<string, string>) =>
    request(url, method, route, body, headers);
  const sim = (method: string, route: string, body?: unknown) => http(method, `/wechat/__sim/${route}`, body);

  const as = async (key: string): Promise<Person> => {
    const { code } = (await sim('POST', `personas/${key}/login-code`)).body;
    const { token, me } = (await http('POST', '/api/sessions', { code })).body as SessionAnswer;
    const authorized = { authorization: `Bearer ${token}` };
    return {
      key,
      me,
      token,
      get: (route) => http('GET', route, undefined, authorized),
      post: (route, body, headers) => http('POST', route, body ?? {}, { ...authorized, ...headers }),
      put: (route, body) => http('PUT', route, body ?? {}, authorized),
      inbox: async () => (await sim('GET', `personas/${key}/inbox`)).body.items,
      phoneCode: async () => (await sim('POST', `personas/${key}/phone-code`)).body.code,
    };
  };

  return {
    url,
    app,
    database: app.get(Database),
    now: () => app.get(Clock).now(),
    travel: async (iso) => (await http('POST', '/api/dev/clock', { advance: iso })).body,
    as,
    stranger: async (key, phone) => {
      await sim('POST', 'personas', { key, ...(phone ? { phone } : {}) });
      return as(key);
    },
    sim,
    http,
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function request(base: string, method: string, route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const isText = typeof body === 'string';
  const response = await fetch(`${base}${route}`, {
    method,
    headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isText ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
