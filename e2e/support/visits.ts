import { beijingClock, beijingDate, type ViewingReceipt, type ViewingSlotList, type ViewingSlotView } from '@guihu/shared';
import type { Api } from './api';

const DAY_MS = 24 * 3_600_000;

/** The time of 云溪府 at this clock, so many days from today, as somebody of the cast may book it. */
export async function slotAt(api: Api, daysAhead: number, clock: string, as: string): Promise<ViewingSlotView> {
  const [project, now] = [await api.project(), await api.now()];
  const date = beijingDate(now + daysAhead * DAY_MS);
  const path = `/api/projects/${project.id}/viewing-slots?from=${date}&to=${date}&kind=viewing`;
  const { items } = await api.call<ViewingSlotList>('GET', path, undefined, as);
  const found = items.find(({ startsAt }) => beijingClock(Date.parse(startsAt)) === clock);
  if (!found) throw new Error(`nothing is open at ${clock} on ${date}`);
  return found;
}

/** The colleague who receives, by the key under which they are played. */
export async function hostOf(api: Api, viewing: Pick<ViewingReceipt, 'host'>): Promise<string> {
  const host = (await api.colleagues()).find(({ name }) => name === viewing.host?.name);
  if (!host) throw new Error('nobody receives the visitor');
  return host.key;
}
