import type { StaffWorkOrderVerb, WorkOrderKind, WorkOrderStatus } from '@guihu/shared';
import { afterQueue, sayTap } from './field-words';

const order = (status: WorkOrderStatus, allowed: StaffWorkOrderVerb[], types: string[] = [], kind: WorkOrderKind = 'repair') => ({
  status,
  allowed,
  kind,
  timeline: types.map((type, at) => ({ at: new Date(at * 1000).toISOString(), type, text: '', by: null })),
});
const ACCEPTED: StaffWorkOrderVerb[] = ['arrive', 'pause', 'finish', 'return', 'transfer'];

it('leaves an order as it is while nothing waits', () => {
  const known = order('accepted', ACCEPTED);
  expect(afterQueue(known, [])).toBe(known);
});

it('lets the work go on in its order while the network is away', () => {
  expect(afterQueue(order('accepted', ACCEPTED), ['arrive'])).toEqual({ status: 'working', allowed: ['pause', 'finish'] });
  expect(afterQueue(order('accepted', ACCEPTED), ['arrive', 'pause'])).toEqual({ status: 'paused', allowed: ['resume'] });
  expect(afterQueue(order('accepted', ACCEPTED), ['arrive', 'pause', 'resume'])).toEqual({ status: 'working', allowed: ['finish'] });
  expect(afterQueue(order('accepted', ACCEPTED), ['arrive', 'finish'])).toEqual({ status: 'resolved', allowed: [] });
});

it('goes back to where a pause came from', () => {
  expect(afterQueue(order('paused', ['resume'], ['accepted', 'paused']), ['resume'])).toEqual({
    status: 'accepted',
    allowed: ['arrive', 'finish'],
  });
  expect(afterQueue(order('paused', ['resume'], ['accepted', 'arrived', 'paused']), ['resume']).status).toBe('working');
  expect(afterQueue(order('paused', ['resume'], ['arrived', 'accepted', 'paused']), ['resume']).status).toBe('accepted');
});

it('answers a complaint where a repair is visited', () => {
  expect(afterQueue(order('accepted', ['respond', 'pause', 'finish'], [], 'complaint'), ['respond'])).toMatchObject({ status: 'working' });
  expect(afterQueue(order('paused', ['resume'], [], 'complaint'), ['resume']).allowed).toEqual(['respond', 'finish']);
});

it('offers no second pause that the server was not asked about', () => {
  expect(afterQueue(order('working', ['finish'], ['accepted', 'arrived']), ['finish']).allowed).toEqual([]);
  expect(afterQueue(order('accepted', ['arrive', 'finish']), ['arrive']).allowed).toEqual(['finish']);
});

it('says when it was tapped', () => {
  const now = Date.parse('2026-11-23T06:30:00Z');
  expect(sayTap('arrive', now - 28 * 60_000, now)).toBe('今天 14:02 到场');
});
