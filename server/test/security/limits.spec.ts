import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config/config';
import { startApp, type TestApp } from '../support/app';
import { expectProblem } from '../support/refusals';

describe('whoever asks too often', () => {
  let world: TestApp;

  beforeEach(async () => {
    world = await startApp({ RATE_LIMIT_PER_MINUTE: '5', RATE_LIMIT_PUBLIC_PER_MINUTE: '8', TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterEach(() => world?.stop());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const open = (address: string) => world.http('GET', '/api/policy', undefined, from(address));

  it('waits, by address where nobody signed in, and is told how long', async () => {
    for (let i = 0; i < 8; i++) expect((await open('203.0.113.7')).status).toBe(200);
    const refused = await open('203.0.113.7');
    expectProblem(refused, 'request.too-many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await open('203.0.113.8')).status).toBe(200);
  });

  it('gains nothing by going from one open page to the next', async () => {
    for (let i = 0; i < 8; i++) await world.http('GET', i % 2 ? '/api/policy' : '/api/projects', undefined, from('203.0.113.9'));
    expectProblem(await world.http('POST', '/api/sessions', { code: 'x' }, from('203.0.113.9')), 'request.too-many');
  });

  it('gains nothing by making up addresses in front of the one the proxy saw', async () => {
    for (let i = 0; i < 8; i++) expect((await open(`198.51.100.${i}, 203.0.113.10`)).status).toBe(200);
    expectProblem(await open('198.51.100.99, 203.0.113.10'), 'request.too-many');
  });

  it('waits as a person once signed in, whatever the address, and others do not', async () => {
    const [one, other] = [await world.as('prospect'), await world.as('owner')];
    const ask = (token: string, address: string) =>
      world.http('GET', '/api/me', undefined, { authorization: `Bearer ${token}`, ...from(address) });
    for (let i = 0; i < 5; i++) expect((await ask(one.token, `203.0.113.${20 + i}`)).status).toBe(200);
    const refused = await ask(one.token, '203.0.113.40');
    expectProblem(refused, 'request.too-many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(other.token, '203.0.113.40')).status).toBe(200);
  });

  it('is never the load balancer that looks after us', async () => {
    for (let i = 0; i < 12; i++) expect((await world.http('GET', '/api/health/ready', undefined, from('10.0.0.9'))).status).toBe(200);
  });

  it('cannot try tokens without end', async () => {
    const tries = [];
    for (let i = 0; i < 12; i++)
      tries.push(await world.http('GET', '/api/me', undefined, { authorization: `Bearer ${i}.x.y`, ...from('203.0.113.50') }));
    expect(tries.filter((t) => t.status === 401)).toHaveLength(8);
    expectProblem(tries.at(-1) as (typeof tries)[number], 'request.too-many');
  });
});

describe('an answer', () => {
  let world: TestApp;

  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  it.each(['/api/policy', '/api/projects/none', '/', '/api/me', '/wechat', '/nothing/here'])(
    'of %s carries what keeps a browser safe',
    async (route) => {
      const { headers } = await world.http('GET', route);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBeTruthy();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  it('is for no other site', async () => {
    const asked = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    for (const answer of [
      await world.http('OPTIONS', '/api/leads', undefined, asked),
      await world.http('GET', '/api/policy', undefined, asked),
    ])
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('to a body beyond a quarter megabyte is a refusal before it was read', async () => {
    expectProblem(await world.http('POST', '/api/sessions', { code: 'x'.repeat(257 * 1024) }), 'request.too-large');
  });

  it('to a person is kept by nobody on the way', async () => {
    const person = await world.as('prospect');
    for (const route of ['/api/me', '/api/me/leads', '/api/me/messages'])
      expect((await person.get(route)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the log', () => {
  /** A server of its own that writes down everything, as a child, so that nothing is missed. */
  it('holds no phone, no token, no code and no key, even when it says everything', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-log-'));
    const port = 20_000 + (process.pid % 20_000);
    const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'trace' };
    const child = spawn(process.execPath, [path.resolve(__dirname, '../support/run.cjs'), 'main'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    child.stdout.on('data', (chunk) => (log += chunk));
    child.stderr.on('data', (chunk) => (log += chunk));
    try {
      const { token, secrets } = await journey(`http://127.0.0.1:${port}`);
      const { keys } = readConfig({ DATA_DIR: folder });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(log.split('\n').filter((line) => line.startsWith('{')).length).toBeGreaterThan(10);
      for (const secret of [token, ...secrets, keys.index.toString('base64'), keys.field[0]?.key.toString('base64') as string])
        expect([secret, log.includes(secret)]).toEqual([secret, false]);
    } finally {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    }
  }, 90_000);
});

/** From sign-in to an agent who reveals the number, with failures on the way; answers what must not be found. */
async function journey(url: string): Promise<{ token: string; secrets: string[] }> {
  const ask = async (method: string, route: string, body?: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(`${url}${route}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  for (let i = 0; ; i++) {
    const up = await ask('GET', '/api/health/ready').catch(() => null);
    if (up?.status === 200) break;
    if (i > 120) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const signIn = async (key: string) => {
    const { code } = (await ask('POST', `/wechat/__sim/personas/${key}/login-code`)).body;
    return { code, token: (await ask('POST', '/api/sessions', { code })).body.token as string };
  };
  await ask('POST', '/wechat/__sim/personas', { key: 'logged', phone: '+8613788880001' });
  const { code, token } = await signIn('logged');
  const phoneCode = (await ask('POST', '/wechat/__sim/personas/logged/phone-code')).body.code;
  await ask('POST', '/api/me/phone', { code: phoneCode }, token);
  await ask('POST', '/api/me/phone', { code: phoneCode }, token);
  const [policy, projects] = [(await ask('GET', '/api/policy')).body, (await ask('GET', '/api/projects')).body];
  const form = {
    projectId: projects.items[0].id,
    name: '许文',
    intent: { note: '请打 137 8888 0002 或 137-8888-0003' },
    consent: { policyVersion: policy.version, purposes: policy.purposes.map((p: { key: string }) => p.key) },
  };
  const lead = await ask('POST', '/api/leads', form, token);
  expect(lead.status).toBe(201);
  await ask('POST', '/api/leads', { ...form, phone: '1378888000x' }, token);
  await ask('POST', '/wechat/__sim/faults', { path: '/cgi-bin/message/template/send', errcode: 45009, times: 2 });
  await ask('POST', '/wechat/__sim/faults', { path: '/sns/jscode2session', httpStatus: 500, times: 1 });
  const failed = (await ask('POST', '/wechat/__sim/personas/prospect/login-code')).body.code;
  await ask('POST', '/api/sessions', { code: failed });
  await ask('GET', `/api/staff/leads?q=13788880001`, undefined, token);
  await ask('POST', '/api/dev/clock', { advance: 'PT1H' });
  const manager = await signIn('manager');
  const reveal = await ask('POST', `/api/staff/leads/${lead.body.id}/phone-reveal`, {}, manager.token);
  expect(reveal.body.phone).toContain('13788880001');
  return {
    token,
    secrets: [
      '13788880001',
      '137 8888 0001',
      '137 8888 0002',
      '137-8888-0003',
      code,
      phoneCode,
      failed,
      manager.token,
      manager.code,
      'simulated-secret',
    ],
  };
}
