import { between, HOUR, MINUTE, MODEL, oneOf, stretch } from './draws.mjs';
import { isHere, nextHere } from './play.mjs';

const MOST_PAUSES = 3;
/** Ended sooner than this after somebody said yes, the real time is not played. */
const PLAUSIBLE_MS = 15 * MINUTE;
const LONG_MS = 6 * HOUR;
const PAUSES = ['等待配件', '家中无人', '业主改约', '需其他工种配合'];
const TAGS = { good: ['准时上门', '技术好', '态度好'], bad: ['没修好', '迟到'] };

/** From the yes to the rating. */
export class Visits {
  constructor(play) {
    this.play = play;
  }

  /** When somebody will be there, and when it will be over: at the real time, where there is one that can be. */
  plan(order) {
    const { play } = this;
    const { now } = play;
    const { request, run } = order;
    const real = run === 0 && request.endsAt !== null ? play.midnight + request.endsAt : null;
    const plausible = real !== null && real > now + PLAUSIBLE_MS;
    const answer = request.kind !== 'repair';
    const latest = plausible ? now + (answer ? MODEL.latestResponse : MODEL.latestArrival) * (real - now) : Number.POSITIVE_INFINITY;
    const at = Math.min(this.comesAt(order, answer), latest);
    const works = stretch(MODEL.works, 0, order.draw('works', run));
    if (plausible) order.finishAt = Math.max(real, at + 5 * MINUTE);
    else order.finishAt = run === 0 && request.endsAt === null ? null : at + works;
    if (run === 0)
      play.count(plausible ? 'endings at the real time' : request.endsAt === null ? 'without a real ending' : 'endings by the model');
    play.later(order, at - now, () => this.arrive(order, answer));
  }

  comesAt(order, answer) {
    const { now } = this.play;
    const [u, v] = [order.draw('comes how', order.run), order.draw('comes when', order.run)];
    const at = now + stretch(answer ? MODEL.responds : MODEL.arrives, u, v);
    // What was accepted is still gone to when the turn is just over.
    const goes = isHere(order.person, at) || isHere(order.person, at - MODEL.overtimeHours * HOUR);
    return goes ? at : nextHere(order.person, at) + between(order.draw('comes next', order.run), 5, 30);
  }

  async arrive(order, answer) {
    const { play } = this;
    if (answer) await play.verb(order.person, order, 'response', { words: '您好，已收到您的反馈，正在核实处理' });
    else await play.verb(order.person, order, 'arrival');
    order.status = 'working';
    if (order.finishAt !== null) play.later(order, order.finishAt - play.now, () => this.finish(order));
    if (!answer) this.mayPause(order);
  }

  mayPause(order) {
    const { play } = this;
    const left = (order.finishAt ?? Number.POSITIVE_INFINITY) - play.now;
    if (left <= LONG_MS || order.pauses >= MOST_PAUSES || order.draw('pauses', order.pauses) >= MODEL.pauses.share) return;
    play.later(order, between(order.draw('pauses when', order.pauses), ...MODEL.pauses.after), () => this.pause(order));
  }

  async pause(order) {
    const { play } = this;
    const [least, most] = MODEL.pauses.hours;
    const wish = play.now + between(order.draw('pauses long', order.pauses), least * 60, most * 60);
    const until = Math.min(wish, (order.finishAt ?? Number.POSITIVE_INFINITY) - 10 * MINUTE);
    const reason = PAUSES[Math.floor(order.draw('pauses why', order.pauses) * PAUSES.length)];
    await play.verb(order.person, order, 'pause', { reason, until: new Date(until).toISOString() });
    play.count('pauses');
    order.status = 'paused';
    order.pauses += 1;
    const byHand = order.draw('resumes', order.pauses) < 0.5;
    const early = between(order.draw('resumes when', order.pauses), 1, 5);
    // Past its end the pause is over without anybody's doing.
    play.later(order, until - play.now + (byHand ? -early : MINUTE), () => this.resume(order, byHand));
  }

  async resume(order, byHand) {
    const { play } = this;
    if (byHand) {
      await play.verb(order.person, order, 'resumption');
      play.count('pauses ended by hand');
    }
    order.status = 'working';
    this.mayPause(order);
  }

  async finish(order) {
    const { play } = this;
    const cause = order.request.kind === 'complaint' ? { rootCause: '现场管理不到位', correctiveAction: '加强巡查并回访业主' } : {};
    await play.verb(order.person, order, 'completion', { words: '已处理，现场恢复正常', ...cause });
    order.status = 'finished';
    order.turn += 1;
    order.person.open -= 1;
    const { share, after } = MODEL.rates;
    if (order.draw('rates', order.run) >= share) return;
    play.later(order, stretch(after, order.draw('rates how', order.run), order.draw('rates when', order.run)), () => this.rate(order));
  }

  async rate(order) {
    const { play } = this;
    const stars = order.run === 0 ? oneOf(MODEL.stars, order.draw('stars')) : 4;
    const low = stars <= 2 ? { stillBroken: order.draw('still broken') < MODEL.stillBroken } : {};
    const body = { stars, tags: [TAGS[stars > 2 ? 'good' : 'bad'][0]], ...low };
    const { status } = await play.door.ask('POST', `/api/work-orders/${order.id}/rating`, { token: order.owner.token, body });
    play.count('rated');
    order.status = 'ended';
    if (status !== 'dispatched') return;
    play.count('opened again');
    Object.assign(order, { run: order.run + 1, round: order.round + 1 });
    play.offer(order, order.person, false);
  }

  /** Customer relations ring whoever is to be rung. */
  async ringBack() {
    const { play } = this;
    const [desk] = play.team.filter((person) => person.role === 'relations');
    const { items } = await play.door.ask('GET', '/api/staff/revisits?status=open&limit=100', { token: desk.token });
    for (const { id, workOrderId } of items) {
      const order = play.orders.get(workOrderId);
      const connected = order.draw('connected') < 0.75;
      const body = {
        connected,
        ...(connected ? { satisfied: order.draw('satisfied') < 0.85 } : {}),
        note: connected ? '已与业主通话' : '无人接听',
      };
      await play.door.ask('POST', `/api/staff/revisits/${id}/record`, { token: desk.token, body });
      play.count('revisits recorded');
    }
  }
}
