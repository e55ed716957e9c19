import { ERRORS, type ErrorCode, type Problem } from '@guihu/shared';
import { ApiProblem, NetworkFailure } from './api-problem';
import type { Transport, WireAnswer, WireRequest, WireUpload } from './transport';

export interface RequestCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** The same key with the same content changes nothing a second time. */
  idempotencyKey?: string;
  /** Open to everybody: sent at once, without waiting for a session and without its token. */
  anonymous?: boolean;
  /** The answer is a text, such as a table to be kept, and no JSON. */
  text?: boolean;
}

export interface UploadCall {
  path: string;
  /** Where the file lies on the phone; on h5 the content itself. */
  content: string | Blob;
  fileName: string;
  idempotencyKey?: string;
  /** Whole per cent of what has left the phone. */
  onProgress?: (percent: number) => void;
}

export interface RequestParts {
  send: Transport;
  upload: (upload: WireUpload) => Promise<WireAnswer>;
  token: () => string | null;
  /** Resolves when it is known whether somebody is signed in. */
  ready: () => Promise<void>;
  /** Signs in anew without asking the person; null when that is not possible. Callers share one attempt. */
  renew: () => Promise<string | null>;
  /** Told the application's time with every answer that carries it. */
  observeTime: (iso: string) => void;
  wait: (ms: number) => Promise<void>;
}

const RETRY_AFTER_MS = [300, 900];
const PASSING_STATUSES = [502, 503, 504];

/** The one way to the server: token, one silent renewal after 401, retries of what only reads, and typed errors. */
export function createRequest(parts: RequestParts) {
  return {
    request: async <T>(call: RequestCall): Promise<T> => {
      if (!call.anonymous) await parts.ready();
      const ask = () => (call.method === 'GET' ? sendPatiently(parts, wireOf(call, parts)) : parts.send(wireOf(call, parts)));
      return answerOf<T>(call.anonymous ? await observed(parts, ask()) : await withRenewal(parts, ask));
    },
    upload: async <T>(call: UploadCall): Promise<T> => {
      await parts.ready();
      const { path: url, content, fileName, onProgress } = call;
      const ask = () => parts.upload({ url, content, fileName, onProgress, headers: headersOf(parts, call.idempotencyKey) });
      return answerOf<T>(await withRenewal(parts, ask));
    },
  };
}

async function withRenewal(parts: RequestParts, ask: () => Promise<WireAnswer>): Promise<WireAnswer> {
  const first = await observed(parts, ask());
  if (first.status !== 401) return first;
  const renewed = await parts.renew();
  return renewed ? observed(parts, ask()) : first;
}

async function sendPatiently(parts: RequestParts, wire: WireRequest): Promise<WireAnswer> {
  for (const pause of RETRY_AFTER_MS) {
    try {
      const answer = await parts.send(wire);
      if (!PASSING_STATUSES.includes(answer.status)) return answer;
    } catch (failure) {
      if (!(failure instanceof NetworkFailure)) throw failure;
    }
    await parts.wait(pause);
  }
  return parts.send(wire);
}

async function observed(parts: RequestParts, pending: Promise<WireAnswer>): Promise<WireAnswer> {
  const answer = await pending;
  const time = answer.headers['x-guihu-now'];
  if (time) parts.observeTime(time);
  return answer;
}

function wireOf(call: RequestCall, parts: RequestParts): WireRequest {
  const query = Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return {
    method: call.method,
    url: text ? `${call.path}?${text}` : call.path,
    headers: {
      ...headersOf(parts, call.idempotencyKey, call.anonymous),
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: call.body,
    ...(call.text ? { text: true } : {}),
  };
}

function headersOf(parts: RequestParts, idempotencyKey?: string, anonymous = false): Record<string, string> {
  const token = anonymous ? null : parts.token();
  return {
    Accept: 'application/json',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  };
}

function answerOf<T>(answer: WireAnswer): T {
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw new ApiProblem(problemOf(answer));
}

/** The problem document of an answer, or one made from its status when a gateway in between answered with something else. */
function problemOf({ status, body }: WireAnswer): Problem {
  const given = body as Partial<Problem> | null;
  if (given && typeof given === 'object' && typeof given.code === 'string' && typeof given.title === 'string')
    return { type: 'about:blank', status, ...given } as Problem;
  const code = codeFor(status);
  return { type: 'about:blank', status, code, title: ERRORS[code].title };
}

function codeFor(status: number): ErrorCode {
  const byStatus: Readonly<Record<number, ErrorCode>> = {
    401: 'session.required',
    403: 'permission.denied',
    404: 'route.not-found',
    413: 'request.too-large',
    429: 'request.too-many',
    502: 'server.not-ready',
    503: 'server.not-ready',
    504: 'server.not-ready',
  };
  return byStatus[status] ?? (status < 500 ? 'request.malformed' : 'server.failed');
}
