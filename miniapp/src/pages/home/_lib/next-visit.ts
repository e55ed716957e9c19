import { beijingDate, type MyViewing, type MyWait } from '@guihu/shared';

/** The one thing about visits that matters now. */
export type NextVisit =
  | { what: 'offer'; wait: MyWait }
  /** `today`: the pass may be shown. */
  | { what: 'visit'; viewing: MyViewing; today: boolean }
  | { what: 'rate'; viewing: MyViewing };

/** A seat that will be given away comes before a visit to come, and that before a visit to speak about; null when there is nothing. */
export function nextVisit(viewings: readonly MyViewing[], waits: readonly MyWait[], now: number): NextVisit | null {
  const wait = waits.find(({ status, offerUntil }) => status === 'offered' && offerUntil !== null && Date.parse(offerUntil) > now);
  if (wait) return { what: 'offer', wait };
  const [viewing] = viewings
    .filter(({ status, endsAt }) => status === 'checked-in' || (status === 'booked' && Date.parse(endsAt) > now))
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  if (viewing) {
    const today = viewing.status === 'booked' && beijingDate(Date.parse(viewing.startsAt)) === beijingDate(now);
    return { what: 'visit', viewing, today };
  }
  const visited = viewings.find(({ allowed }) => allowed.includes('rate'));
  return visited ? { what: 'rate', viewing: visited } : null;
}
