import { between, DAY, draw, HOUR, MINUTE, MODEL, oneOf, stretch } from './draws.mjs';
import { Agenda } from './events.mjs';
import { Visits } from './visits.mjs';

/** One request and how far it has come, as the people of the play know it. */
class PlayedOrder {
  status = 'received';
  person = null;
  round = 0;
  /** Grows whenever the order changes hands: what was planned for the former hands is off. */
  turn = 0;
  /** Times it was opened again. */
  run = 0;
  pauses = 0;
  finishAt = null;
  askedAt = 0;
  had = new Set();

  constructor(request, owner, id) {
    Object.assign(this, { request, owner, id });
  }

  draw(...names) {
    return draw(this.request.key, ...names);
  }
}

/**
 * The day, played event by event over HTTP on the moved clock: owners report, engineers do what the model says at the time that it
 * says, leaders look at their lists. Nothing is asked of the server but what a person's phone asks of it.
 */
export class Play {
  agenda = new Agenda();
  orders = new Map();
  counts = {};
  decisions = [];

  constructor({ door, midnight, scale, service, owners, requests }) {
    Object.assign(this, { door, midnight, scale, owners, requests, ...service });
    this.end = midnight + scale.days * DAY;
    this.visits = new Visits(this);
    this.byId = new Map(this.team.map((person) => [person.id, Object.assign(person, { open: 0 })]));
  }

  async run(say = () => {}) {
    for (const request of this.requests) this.agenda.add(this.midnight + request.at, () => this.report(request));
    this.planRounds();
    let told = this.midnight;
    for (let next = this.agenda.peek(); next && next.at < this.end; next = this.agenda.peek()) {
      await this.door.moveTo(next.at);
      const until = next.at + this.scale.stopMs;
      while (this.agenda.peek()?.at <= until) await this.agenda.next().act();
      if (next.at - told < DAY) continue;
      told += DAY;
      say(`day ${Math.round((told - this.midnight) / DAY)} is over: ${this.orders.size} orders, ${this.door.requests} requests`);
    }
    await this.door.moveTo(this.end);
  }

  get now() {
    return this.door.now();
  }

  count(what) {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Unless the order changes hands before. */
  later(order, ms, act) {
    const { turn } = order;
    this.agenda.add(this.now + ms, () => (order.turn === turn ? act() : undefined));
  }

  /** A step of a colleague; a refused one ends the play with what had happened to the order until then. */
  async verb(person, order, verb, body = {}) {
    const { status, json } = await this.door.send('POST', `/api/staff/work-orders/${order.id}/${verb}`, { token: person.token, body });
    if (status === 201) return json;
    const { timeline } = await this.door.ask('GET', `/api/staff/work-orders/${order.id}`, { token: this.leaders.manager.token });
    const log = timeline.map(({ at, type, text }) => `${at} ${type} ${text}`).join('\n  ');
    throw new Error(
      `request ${order.request.key}: ${person.name} could not ${verb} (${status} ${json.code}) at ${new Date(this.now).toISOString()}\n  ${log}`,
    );
  }

  async report(request) {
    const owner = this.owners.of(request.home);
    const { kind, category, urgent = false, key } = request;
    const complaint =
      kind === 'complaint' ? { scope: oneOf(MODEL.scopes, draw(key, 'scope')), mood: oneOf(MODEL.moods, draw(key, 'mood')) } : {};
    const description = `${request.type}：${request.descriptor || '未填写'}`;
    const body = { kind, unitId: owner.unitId, category, description, ...(urgent ? { urgent } : {}), ...complaint };
    const tap = () =>
      this.door.ask('POST', '/api/work-orders', { token: owner.token, body, headers: { 'idempotency-key': `replay-${key}` } });
    const { id } = await tap();
    if (this.orders.has(id)) throw new Error(`request ${key} became an order that was there before`);
    if (draw(key, 'twice') < MODEL.tapsTwice) {
      this.count('taps repeated');
      if ((await tap()).id !== id) throw new Error(`request ${key}: a repeated tap made a second order`);
    }
    const order = new PlayedOrder(request, owner, id);
    this.orders.set(id, order);
    this.lookLater(order);
    this.planOwner(order);
  }

  planOwner(order) {
    const within = ({ after }, name) => between(order.draw(name, 'when'), ...after);
    if (order.draw('urges') < MODEL.urges.share) this.agenda.add(this.now + within(MODEL.urges, 'urges'), () => this.urge(order));
    if (order.draw('cancels') < MODEL.cancels.share) this.agenda.add(this.now + within(MODEL.cancels, 'cancels'), () => this.cancel(order));
  }

  /** Dispatch is a background job: it is done when the clock next moves. */
  lookLater(order) {
    this.agenda.add(this.now + this.scale.stopMs + 1_000, () => this.look(order));
  }

  /** Whom the rules put the order before, with their reasons. */
  async look(order) {
    if (order.status !== 'received') return;
    const { decisions } = await this.door.ask('GET', `/api/staff/work-orders/${order.id}/dispatch`, { token: this.leaders.manager.token });
    const [decision] = decisions;
    if (!decision || decision.round <= order.round) throw new Error(`order ${order.id} was not dispatched`);
    if (decision.sentences.length === 0 || decision.rulesTried.length === 0)
      throw new Error(`order ${order.id} was dispatched without a reason`);
    this.decisions.push({
      outcome: decision.outcome,
      tier: decision.tier,
      rule: decision.rule?.name ?? null,
      mode: decision.rule?.modeName ?? null,
    });
    order.round = decision.round;
    order.askedAt = this.now;
    if (decision.outcome === 'assigned') this.offer(order, this.byId.get(decision.chosen.id), true);
    else if (decision.outcome === 'claimable')
      this.planClaim(
        order,
        decision.claimants.map(({ id }) => this.byId.get(id)),
      );
    else order.status = 'nobody';
  }

  /** Somebody is asked: they say yes after a while, some say no, some forget. */
  offer(order, person, byRule) {
    Object.assign(order, { status: 'asked', person, turn: order.turn + 1, askedAt: this.now });
    person.open += 1;
    const { round } = order;
    const here = isHere(person, this.now);
    if (byRule && here && round < 3 && order.draw('declines', round) < MODEL.declines.share) {
      this.later(order, between(order.draw('declines when', round), ...MODEL.declines.after), () =>
        this.giveBack(order, '正在抢修，暂时走不开', 'declined'),
      );
      return;
    }
    const wait = stretch(MODEL.accepts, order.draw('accepts', round, order.turn), order.draw('accepts when', round, order.turn));
    const comesAt = here ? this.now : nextHere(person, this.now) + between(order.draw('comes', round), 1, 15);
    this.later(order, Math.max(wait, comesAt - this.now), () => this.accept(order));
  }

  planClaim(order, claimants) {
    Object.assign(order, { status: 'claim', turn: order.turn + 1 });
    const { claims } = MODEL;
    if (claimants.length === 0 || order.draw('claims', order.round) >= claims.share) return;
    const quickest = [...claimants].sort((a, b) => order.draw('quick', a.key) - order.draw('quick', b.key));
    const wait = stretch(claims.after, order.draw('claims how', order.round), order.draw('claims when', order.round));
    const together = quickest.length > 1 && order.draw('together', order.round) < claims.together;
    this.later(order, wait, () => this.claim(order, quickest.slice(0, together ? 2 : 1)));
  }

  /** Two may tap at one moment; exactly one of them has it then. */
  async claim(order, people) {
    const answers = await Promise.all(
      people.map(({ token }) => this.door.send('POST', `/api/staff/work-orders/${order.id}/acceptance`, { token, body: {} })),
    );
    const winners = people.filter((_, i) => answers[i].status === 201);
    if (winners.length !== 1) throw new Error(`order ${order.id}: ${winners.length} of ${people.length} won a claim`);
    if (people.length === 2) this.count('claims by two at once');
    const lost = answers.find((answer) => answer.status !== 201);
    if (lost && lost.json.code !== 'work-order.taken') throw new Error(`a lost claim was told ${lost.json.code}`);
    this.count('claims');
    winners[0].open += 1;
    this.accepted(order, winners[0]);
  }

  async accept(order) {
    await this.verb(order.person, order, 'acceptance');
    this.accepted(order, order.person);
  }

  accepted(order, person) {
    Object.assign(order, { status: 'accepted', person, turn: order.turn + 1 });
    const u = order.draw('hands', order.round, order.turn);
    const passes = order.run === 0 && order.request.kind === 'repair';
    if (passes && u < MODEL.transfers.share) {
      const to = this.colleagueFor(order);
      if (to)
        return this.later(order, between(order.draw('transfers when'), ...MODEL.transfers.after), () =>
          this.pass(order, person, to, '工具不合适，转给同事'),
        );
    } else if (passes && u < MODEL.transfers.share + MODEL.returns.share && order.round < 3) {
      return this.later(order, between(order.draw('returns when'), ...MODEL.returns.after), () =>
        this.giveBack(order, '超出处理范围', 'returned'),
      );
    }
    this.visits.plan(order);
  }

  async giveBack(order, reason, what) {
    await this.verb(order.person, order, 'return', { reason });
    this.count(what);
    this.letGo(order);
    order.status = 'received';
    this.lookLater(order);
  }

  async pass(order, actor, to, reason) {
    await this.verb(actor, order, 'transfer', { toStaffId: to.id, reason });
    this.count(actor.id === order.person?.id ? 'transferred' : `transferred by the ${actor.role}`);
    if (order.person) this.letGo(order);
    order.round += 1;
    this.offer(order, to, false);
  }

  letGo(order) {
    order.had.add(order.person.id);
    order.person.open -= 1;
    order.person = null;
    order.turn += 1;
  }

  /** Somebody of the same trade who is here and has least, else who comes next. */
  colleagueFor(order) {
    const skill = SKILL_OF[order.request.category.split('-')[0]] ?? 'complaint';
    const able = this.team.filter((each) => each.skills.includes(skill) && each !== order.person && !order.had.has(each.id));
    const here = able.filter((each) => isHere(each, this.now)).sort((a, b) => a.open - b.open || (a.key < b.key ? -1 : 1));
    return here[0] ?? able.sort((a, b) => nextHere(a, this.now) - nextHere(b, this.now))[0] ?? null;
  }

  async urge(order) {
    const { status } = await this.door.send('POST', `/api/work-orders/${order.id}/urge`, { token: order.owner.token, body: {} });
    this.count(status === 201 ? 'urged' : 'urged in vain');
  }

  async cancel(order) {
    if (['working', 'paused', 'finished', 'ended'].includes(order.status)) return;
    const { status } = await this.door.send('POST', `/api/work-orders/${order.id}/cancellation`, {
      token: order.owner.token,
      body: { reason: '已自行处理' },
    });
    if (status !== 201) throw new Error(`order ${order.id} could not be cancelled before anybody came: ${status}`);
    this.count('cancelled');
    if (order.person) order.person.open -= 1;
    Object.assign(order, { status: 'ended', turn: order.turn + 1 });
  }

  /** What leaders and the desk look at, and when. */
  planRounds() {
    const { supervisor, manager } = this.scale.rounds;
    for (let minutes = 0; this.midnight + minutes * MINUTE < this.end; minutes += 15) {
      const at = this.midnight + minutes * MINUTE;
      const hour = (minutes / 60) % 24;
      if (minutes % supervisor === 0 && hour >= 7 && hour < 23)
        this.agenda.add(at, () => this.superviseBy(this.leaders.supervisor, MODEL.supervisorActs));
      if (minutes % manager === 0) this.agenda.add(at, () => this.superviseBy(this.leaders.manager, 1));
      if ([9.5, 14.5, 17.5].includes(hour)) this.agenda.add(at, () => this.visits.ringBack());
    }
  }

  /** The leader's own list: what was escalated to them, or is nobody's, they give to somebody. */
  async superviseBy(leader, share) {
    const { items } = await this.door.ask('GET', '/api/staff/work-orders?view=mine&limit=100', { token: leader.token });
    for (const item of items) {
      const order = this.orders.get(item.id);
      if (!order || item.status !== 'dispatched') continue;
      const nobodys = order.status === 'nobody' || (order.status === 'claim' && item.escalation > 0);
      const fresh = this.now - order.askedAt < HOUR && order.status === 'asked';
      if (fresh || (item.escalation === 0 && !nobodys)) continue;
      if (!nobodys && order.draw('acts', leader.role, order.round) >= share) continue;
      const to = this.colleagueFor(order);
      if (to) await this.pass(order, leader, to, '超时未接单，请优先处理');
    }
  }
}

/** By the first word of a category. */
const SKILL_OF = {
  climate: 'heating',
  water: 'plumbing',
  leak: 'waterproof',
  electric: 'electric',
  public: 'public',
  surfaces: 'decoration',
  openings: 'decoration',
  repair: 'decoration',
};

export const isHere = (person, at) => person.turns.some((turn) => turn.from <= at && at < turn.to);

/** When they are next here, `at` itself while they are; after the last turn of the play, its end. */
export function nextHere(person, at) {
  if (isHere(person, at)) return at;
  const ahead = person.turns.filter((turn) => turn.from > at).map((turn) => turn.from);
  return ahead.length > 0 ? Math.min(...ahead) : at + 30 * DAY;
}
