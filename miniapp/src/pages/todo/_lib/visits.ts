import type { StaffViewing } from '@guihu/shared';
import { visitsInOrder } from '@/components/viewing-row/viewing-words';

/** What of today still asks for something: the late and the next first. What is over or was missed is left to the day's page. */
export const nextVisits = (today: readonly StaffViewing[], now: number): StaffViewing[] =>
  visitsInOrder(
    today.filter(({ status }) => status === 'booked' || status === 'checked-in'),
    now,
  );

/** Whether there is anything of it to show. */
export const hasVisits = ({ today, owed }: { today: readonly StaffViewing[]; owed: readonly StaffViewing[] }, now: number): boolean =>
  owed.length > 0 || nextVisits(today, now).length > 0;
