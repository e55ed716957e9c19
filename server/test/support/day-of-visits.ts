import type { Person, TestApp } from './app';
import { freshPhone } from './leads';
import { aBooking, aVisitorAt, book, changePlan, slotsOf } from './viewings';

/** Visitors book, move, wait, are offered a seat, come or do not come; everything that asks the database of it. */
export async function aDayOfVisits(world: TestApp, visitor: Person, manager: Person): Promise<void> {
  await changePlan(world, manager, { seats: 1, reservedSeats: 0, mostOpenPerPerson: 9, mostPerPersonAndDay: 9 });
  const open = (await slotsOf(world, visitor, { from: 1, to: 29 })).filter((slot) => slot.bookable);
  const [slot, other] = [open[0], open.at(-1)];
  if (!slot || !other) throw new Error('nothing is open');
  const { body } = await book(visitor, await aBooking(world, { slotId: slot.id, phone: freshPhone() }));
  const { visitor: waiting } = await aVisitorAt(world, other.id);
  const form = await aBooking(world, { slotId: slot.id, phone: freshPhone() });
  const wait = (await waiting.post('/api/viewing-waits', form)).body;
  for (const route of ['/api/me/viewings', '/api/me/viewing-waits', `/api/viewings/${body.id}`]) await visitor.get(route);
  await visitor.post(`/api/viewings/${body.id}/rescheduling`, { slotId: open[2]?.id });
  await waiting.get('/api/me/viewing-waits');
  await waiting.post(`/api/viewing-waits/${wait.id}/acceptance`);
  await visitor.post(`/api/viewings/${body.id}/cancellation`, {});
  await world.travel('PT0S');
  await changePlan(world, manager, { seats: 4 });
}
