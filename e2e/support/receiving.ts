import { beijingDate, type PolicyInForce, type ViewingReceipt, type ViewingSlotView } from '@guihu/shared';
import type { Api } from './api';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A time for a visit that begins in at least so many hours. */
export async function slotIn(api: Api, hours: number): Promise<ViewingSlotView> {
  const [project, now] = [await api.project(), await api.now()];
  const span = `from=${beijingDate(now)}&to=${beijingDate(now + 3 * DAY_MS)}&kind=viewing`;
  const { items } = await api.call<{ items: ViewingSlotView[] }>('GET', `/api/projects/${project.id}/viewing-slots?${span}`);
  const slot = items.find(({ startsAt, bookable }) => bookable && Date.parse(startsAt) >= now + hours * 60 * MINUTE_MS);
  if (!slot) throw new Error('no slot is open');
  return slot;
}

/** A stranger of this name books, as they would through the calendar; `as` is who they are from now on. */
export async function book(
  api: Api,
  name: string,
  phone: string,
  slot: ViewingSlotView,
  more: object = {},
): Promise<ViewingReceipt & { as: string }> {
  const key = `guest-${phone}`;
  await api.ask('POST', '/wechat/__sim/personas', { key, name });
  const policy = await api.call<PolicyInForce>('GET', '/api/policy');
  const consent = { policyVersion: policy.version, purposes: policy.purposes.filter((p) => p.required).map((p) => p.key) };
  const receipt = await api.call<ViewingReceipt>('POST', '/api/viewings', { slotId: slot.id, name, phone, consent, ...more }, key);
  await api.travel('PT0S');
  return { ...receipt, as: key };
}

/** To so many minutes after the beginning; before it when negative. */
export async function travelTo(api: Api, startsAt: string, minutes: number): Promise<void> {
  const ahead = Date.parse(startsAt) + minutes * MINUTE_MS - (await api.now());
  await api.travel(`PT${Math.max(0, Math.ceil(ahead / 1000))}S`);
}
