import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults';
import type { Json } from '../sending';
import type { SimulatedWechat } from '../simulated-wechat';
import { toWireJson, WechatError } from '../wire';

export interface ApiCall {
  readonly wechat: SimulatedWechat;
  /** The app whose token was shown; empty for calls that need none. */
  readonly appid: string;
  readonly query: Json;
  readonly body: Json;
  /** A fault that lets the call through and changes what happens later. */
  readonly fault: Fault | undefined;
}

export interface Picture {
  readonly mime: string;
  readonly bytes: Buffer;
}

export interface ApiRoute {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly needsToken: boolean;
  /** The sign-in endpoints end their error sentences in an older way. */
  readonly olderErrors?: boolean;
  readonly handle: (call: ApiCall) => object | Picture;
}

/** Puts one endpoint of api.weixin.qq.com on the wire: faults, method, token, body, in the order the platform looks at them. */
export function serveApi(scope: FastifyInstance, wechat: SimulatedWechat, route: ApiRoute): void {
  scope.route({
    method: ['GET', 'POST'],
    url: route.path,
    handler: async (request, reply) => {
      const fault = wechat.faults.take(route.path);
      if (fault?.delayMs) await pause(fault.delayMs);
      if (fault?.httpStatus && fault.httpStatus >= 400) return reply.code(fault.httpStatus).type('text/plain').send('');
      try {
        if (fault?.errcode) throw new WechatError(fault.errcode);
        return send(reply, route.handle(readCall(wechat, route, request, fault)));
      } catch (error) {
        if (!(error instanceof WechatError)) throw error;
        return send(reply, error.toBody(route.olderErrors));
      }
    },
  });
}

function readCall(wechat: SimulatedWechat, route: ApiRoute, request: FastifyRequest, fault: Fault | undefined): ApiCall {
  if (request.method !== route.method) throw new WechatError(route.method === 'GET' ? 43001 : 43002);
  const query = (request.query ?? {}) as Json;
  const appid = route.needsToken ? wechat.tokens.check(query.access_token) : '';
  return { wechat, appid, query, body: route.method === 'POST' ? readBody(request.body) : {}, fault };
}

function readBody(raw: unknown): Json {
  if (typeof raw !== 'string' || raw.trim() === '') throw new WechatError(44002);
  try {
    const body: unknown = JSON.parse(raw);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // Falls through to the platform's own refusal.
  }
  throw new WechatError(47001);
}

function send(reply: FastifyReply, answer: object | Picture): FastifyReply {
  if ('bytes' in answer) return reply.type(answer.mime).send(answer.bytes);
  return reply.type('application/json; encoding=utf-8').send(toWireJson(answer));
}
