import { ROLE_LABELS } from '@guihu/shared';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fault } from '../faults';
import { simulatedTemplateId } from '../identity';
import type { Person } from '../people';
import type { Json } from '../sending';
import type { SimulatedWechat } from '../simulated-wechat';

const KEY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const E164 = /^\+[1-9]\d{6,14}$/;

/** A wrong use of the control API, which speaks plain HTTP and not WeChat's dialect. */
class ControlRefusal extends Error {
  constructor(
    readonly statusCode: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** What a hand or a test does to the simulated world: `/__sim/...`, never part of the real platform. */
export function controlRoutes(scope: FastifyInstance, wechat: SimulatedWechat): void {
  scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ error: error.message }),
  );
  personaRoutes(scope, wechat);
  phoneRoutes(scope, wechat);
  faultRoutes(scope, wechat);
  scope.get('/deliveries', () => ({ items: wechat.callbacks.deliveries, pending: wechat.callbacks.pending }));
}

function personaRoutes(scope: FastifyInstance, wechat: SimulatedWechat): void {
  scope.get('/personas', () => ({ items: wechat.people.all.map(shownPersona) }));
  scope.post('/personas', (request, reply) => {
    const { key, phone, name } = bodyOf(request);
    if (typeof key !== 'string' || !KEY.test(key)) throw new ControlRefusal(400, 'key must be lower-case letters, digits and dashes');
    if (phone !== undefined && (typeof phone !== 'string' || !E164.test(phone))) throw new ControlRefusal(400, 'phone must be E.164');
    if (name !== undefined && (typeof name !== 'string' || name.length > 20)) throw new ControlRefusal(400, 'name must be a short text');
    if (wechat.people.find(key)) throw new ControlRefusal(409, `there is a persona called ${key} already`);
    const person = wechat.people.add(key, phone as string | undefined, name as string | undefined);
    wechat.changed();
    return reply.code(201).send(shownPersona(person));
  });
  scope.post('/personas/:key/login-code', (request) => ({ code: wechat.codes.issue('login', personOf(wechat, request).key) }));
  scope.post('/personas/:key/phone-code', (request) => ({ code: wechat.codes.issue('phone', personOf(wechat, request).key) }));
  scope.post('/personas/:key/follow', (request) => setFollowing(wechat, personOf(wechat, request), true));
  scope.post('/personas/:key/unfollow', (request) => setFollowing(wechat, personOf(wechat, request), false));
  scope.post('/personas/:key/subscriptions', (request) => {
    const person = personOf(wechat, request);
    const keys = templateKeysOf(wechat, request);
    const answer = bodyOf(request).answer ?? 'accept';
    if (answer !== 'accept' && answer !== 'reject') throw new ControlRefusal(400, 'answer must be accept or reject');
    const ids = keys.map((key) => simulatedTemplateId('subscribe', key));
    if (answer === 'accept') for (const id of ids) wechat.credits.add(person.mpOpenid, id);
    const items = ids.map((TemplateId) => ({ TemplateId, SubscribeStatusString: answer, PopupScene: '0' }));
    wechat.callbacks.enqueue({ app: 'mp', openid: person.mpOpenid, event: 'subscribe_msg_popup_event', items });
    wechat.changed();
    return creditsOf(wechat, person);
  });
  scope.delete('/personas/:key/subscriptions', (request) => {
    const person = personOf(wechat, request);
    const ids = templateKeysOf(wechat, request).map((key) => simulatedTemplateId('subscribe', key));
    for (const id of ids) wechat.credits.drop(person.mpOpenid, id);
    const items = ids.map((TemplateId) => ({ TemplateId, SubscribeStatusString: 'reject' }));
    wechat.callbacks.enqueue({ app: 'mp', openid: person.mpOpenid, event: 'subscribe_msg_change_event', items });
    wechat.changed();
    return creditsOf(wechat, person);
  });
}

function phoneRoutes(scope: FastifyInstance, wechat: SimulatedWechat): void {
  scope.get('/personas/:key/inbox', (request) => ({ items: wechat.inboxes.list(personOf(wechat, request).key) }));
  scope.post('/personas/:key/read', (request) => {
    wechat.inboxes.markRead(personOf(wechat, request).key);
    wechat.changed();
    return {};
  });
  scope.get('/phones', () => ({
    now: wechat.options.now().toISOString(),
    items: wechat.people.all.map((person) => ({
      ...shownPersona(person),
      roleLabel: ROLE_LABELS[person.role],
      follows: person.follows,
      unread: wechat.inboxes.unread(person.key),
      latest: wechat.inboxes.list(person.key)[0] ?? null,
    })),
  }));
}

function faultRoutes(scope: FastifyInstance, wechat: SimulatedWechat): void {
  scope.get('/faults', () => ({ items: wechat.faults.all }));
  scope.post('/faults', (request, reply) => {
    const fault = readFault(bodyOf(request));
    wechat.faults.add(fault);
    return reply.code(201).send(fault);
  });
  scope.delete('/faults', () => {
    wechat.faults.clear();
    return { items: [] };
  });
}

function setFollowing(wechat: SimulatedWechat, person: Person, follows: boolean): object {
  if (wechat.people.setFollowing(person, follows)) {
    const event = follows ? 'subscribe' : 'unsubscribe';
    wechat.callbacks.enqueue({ app: 'oa', openid: person.oaOpenid, event, eventKey: '' });
    wechat.changed();
  }
  return { key: person.key, follows: person.follows };
}

function creditsOf(wechat: SimulatedWechat, person: Person): object {
  const templates = wechat.options.templates.filter((t) => t.channels.includes('subscribe'));
  const credits = templates.map((t) => [t.key, wechat.credits.count(person.mpOpenid, simulatedTemplateId('subscribe', t.key))]);
  return { credits: Object.fromEntries(credits) };
}

function templateKeysOf(wechat: SimulatedWechat, request: FastifyRequest): string[] {
  const { templateKeys } = bodyOf(request);
  if (!Array.isArray(templateKeys) || templateKeys.length === 0) throw new ControlRefusal(400, 'templateKeys must be a list');
  for (const key of templateKeys) {
    const known = wechat.options.templates.some((t) => t.key === key && t.channels.includes('subscribe'));
    if (!known) throw new ControlRefusal(400, `no subscribe template is called ${String(key)}`);
  }
  return templateKeys as string[];
}

function readFault(body: Json): Fault {
  const { path, errcode, httpStatus, delayMs, finishStatus, times } = body;
  if (typeof path !== 'string' || !path.startsWith('/')) throw new ControlRefusal(400, 'path must be an API path such as /cgi-bin/token');
  const count = times === undefined ? 1 : times;
  for (const [name, value] of Object.entries({ errcode, httpStatus, delayMs, times: count })) {
    if (value !== undefined && !Number.isInteger(value)) throw new ControlRefusal(400, `${name} must be a whole number`);
  }
  if ((count as number) < 1) throw new ControlRefusal(400, 'times must be at least 1');
  if (finishStatus !== undefined && typeof finishStatus !== 'string') throw new ControlRefusal(400, 'finishStatus must be a text');
  return { path, errcode, httpStatus, delayMs, finishStatus, times: count } as Fault;
}

const shownPersona = ({ key, name, role }: Person) => ({ key, name, role });

function personOf(wechat: SimulatedWechat, request: FastifyRequest): Person {
  const { key } = request.params as { key: string };
  const person = wechat.people.find(key);
  if (!person) throw new ControlRefusal(404, `nobody is called ${key}`);
  return person;
}

/** Bodies arrive as text because the API side must see them raw. */
function bodyOf(request: FastifyRequest): Json {
  if (typeof request.body !== 'string' || request.body.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(request.body);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // Falls through to the refusal.
  }
  throw new ControlRefusal(400, 'the body must be a JSON object');
}
