import { ApiProblem, NetworkFailure } from './api-problem';
import { createRequest, type RequestParts } from './request';
import type { WireAnswer, WireRequest } from './transport';

const ok = (body: unknown = {}, headers = {}): WireAnswer => ({ status: 200, headers, body });
const refused = (status: number, body: unknown = null): WireAnswer => ({ status, headers: {}, body });

/** A server that gives these answers in this order, and notes what it was sent. */
function server(...answers: (WireAnswer | Error)[]) {
  const sent: WireRequest[] = [];
  const pauses: number[] = [];
  const times: string[] = [];
  let token: string | null = 'old';
  let renewals = 0;
  const parts: RequestParts = {
    send: async (wire) => {
      sent.push(wire);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (!answer) throw new Error('asked once too often');
      return answer;
    },
    upload: async () => ok(),
    token: () => token,
    ready: async () => undefined,
    renew: async () => {
      renewals += 1;
      token = 'new';
      return token;
    },
    observeTime: (iso) => times.push(iso),
    wait: async (ms) => void pauses.push(ms),
  };
  return { ...createRequest(parts), parts, sent, pauses, times, renewals: () => renewals };
}

describe('asking the server', () => {
  it('sends the token, the key and only the query that was given', async () => {
    const s = server(ok({ id: '1' }));
    const answer = await s.request({
      method: 'POST',
      path: '/api/leads',
      query: { q: '张 三', cursor: null, limit: undefined },
      body: { a: 1 },
      idempotencyKey: 'k',
    });
    expect(answer).toEqual({ id: '1' });
    expect(s.sent[0]).toEqual({
      method: 'POST',
      url: '/api/leads?q=%E5%BC%A0%20%E4%B8%89',
      headers: { Accept: 'application/json', Authorization: 'Bearer old', 'Idempotency-Key': 'k', 'Content-Type': 'application/json' },
      body: { a: 1 },
    });
  });

  it('asks for a file as it is', async () => {
    const s = server(ok('BEGIN:VCALENDAR'));
    await expect(s.request({ method: 'GET', path: '/api/viewings/v/calendar.ics', text: true })).resolves.toBe('BEGIN:VCALENDAR');
    expect(s.sent[0]?.text).toBe(true);
  });

  it('sends no token with an open route and does not wait for a session', async () => {
    const s = server(ok());
    s.parts.ready = () => new Promise(() => undefined);
    await s.request({ method: 'GET', path: '/api/projects', anonymous: true });
    expect(s.sent[0]?.headers).toEqual({ Accept: 'application/json' });
  });

  it('tells the clock the time of the application', async () => {
    const s = server(ok({}, { 'x-guihu-now': '2026-11-23T02:00:00.000Z' }));
    await s.request({ method: 'GET', path: '/api/me' });
    expect(s.times).toEqual(['2026-11-23T02:00:00.000Z']);
  });
});

describe('when the network fails', () => {
  it('asks again for what only reads', async () => {
    const s = server(new NetworkFailure('timeout'), refused(503), ok('there'));
    await expect(s.request({ method: 'GET', path: '/api/me' })).resolves.toBe('there');
    expect(s.pauses).toEqual([300, 900]);
  });

  it('gives up after the third attempt with the failure itself', async () => {
    const s = server(new NetworkFailure('offline'), new NetworkFailure('offline'), new NetworkFailure('offline'));
    await expect(s.request({ method: 'GET', path: '/api/me' })).rejects.toThrow('网络未连接，请检查网络后重试');
    expect(s.sent).toHaveLength(3);
  });

  it('never repeats by itself what writes', async () => {
    const s = server(new NetworkFailure('timeout'));
    await expect(s.request({ method: 'POST', path: '/api/leads', idempotencyKey: 'k' })).rejects.toBeInstanceOf(NetworkFailure);
    expect(s.sent).toHaveLength(1);
  });
});

describe('when the session has run out', () => {
  it('signs in once and repeats the request with the new token', async () => {
    const s = server(refused(401), ok('there'));
    await expect(s.request({ method: 'POST', path: '/api/staff/leads/1/acceptance' })).resolves.toBe('there');
    expect(s.sent.map((wire) => wire.headers.Authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('does not try a second time when the new token is refused too', async () => {
    const s = server(refused(401), refused(401));
    await expect(s.request({ method: 'GET', path: '/api/me' })).rejects.toMatchObject({ status: 401, code: 'session.required' });
    expect(s.renewals()).toBe(1);
  });

  it('reports the refusal when nobody can be signed in', async () => {
    const s = server(refused(401, { type: 'about:blank', title: '登录已失效，请重新进入小程序', status: 401, code: 'session.invalid' }));
    s.parts.renew = async () => null;
    await expect(s.request({ method: 'GET', path: '/api/me' })).rejects.toMatchObject({ code: 'session.invalid' });
  });
});

describe('when the server refuses', () => {
  it('carries the code, the sentence and what is wrong with each field', async () => {
    const problem = {
      type: 'about:blank',
      title: '填写的内容有误，请按提示修改后再提交',
      status: 400,
      code: 'request.invalid',
      correlationId: 'c-1',
      errors: [{ field: 'intent.areaMin', code: 'min', message: '面积不能小于 0' }],
    };
    const refusal = await server(refused(400, problem))
      .request({ method: 'POST', path: '/api/leads' })
      .catch((failure: unknown) => failure as ApiProblem);
    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ message: problem.title, code: 'request.invalid', correlationId: 'c-1' });
    expect((refusal as ApiProblem).messageOf('intent.areaMin')).toBe('面积不能小于 0');
    expect((refusal as ApiProblem).messageOf('name')).toBeNull();
  });

  it.each([
    [413, 'request.too-large'],
    [429, 'request.too-many'],
    [404, 'route.not-found'],
    [418, 'request.malformed'],
    [500, 'server.failed'],
  ])('makes a problem of a bare %i from a gateway in between', async (status, code) => {
    await expect(server(refused(status, '<html>')).request({ method: 'POST', path: '/x' })).rejects.toMatchObject({ status, code });
  });
});
