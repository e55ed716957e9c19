import { beijingParts, type ViewingSlotView } from '@guihu/shared';

export interface TimeGroup {
  title: '上午' | '下午' | '傍晚';
  slots: ViewingSlotView[];
}

const NOON = 12;
const EVENING = 17;

const titleOf = (startsAt: string): TimeGroup['title'] => {
  const { hour } = beijingParts(Date.parse(startsAt));
  return hour < NOON ? '上午' : hour < EVENING ? '下午' : '傍晚';
};

/** The times of a day as people speak of them; empty parts are left out. */
export function timeGroups(slots: readonly ViewingSlotView[]): TimeGroup[] {
  const sorted = [...slots].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return (['上午', '下午', '傍晚'] as const)
    .map((title) => ({ title, slots: sorted.filter(({ startsAt }) => titleOf(startsAt) === title) }))
    .filter((group) => group.slots.length > 0);
}

/** What one may do with a time. */
export type SlotUse = 'book' | 'wait' | 'none';

export const slotUse = ({ bookable, waitable }: Pick<ViewingSlotView, 'bookable' | 'waitable'>): SlotUse =>
  bookable ? 'book' : waitable ? 'wait' : 'none';

/** Under a time: how much room there is. */
export function roomWords(slot: Pick<ViewingSlotView, 'bookable' | 'waitable' | 'seatsLeft'>): string {
  const use = slotUse(slot);
  if (use === 'book') return `余 ${slot.seatsLeft} 席`;
  return use === 'wait' ? '已满，可候补' : '不可约';
}

/** Why some times are grey, each reason once. */
export const reasonsOf = (slots: readonly ViewingSlotView[]): string[] => [
  ...new Set(slots.filter((slot) => slotUse(slot) === 'none').flatMap(({ reason }) => (reason ? [reason] : []))),
];
