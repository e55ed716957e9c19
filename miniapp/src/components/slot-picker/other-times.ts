import type { StaffViewing, ViewingSlotView } from '@guihu/shared';

/** The times one may move a visit to: of its kind, not the one it has, and no standing in line for them. */
export function otherTimes(
  slots: readonly ViewingSlotView[],
  { kind, startsAt }: Pick<StaffViewing, 'kind' | 'startsAt'>,
): ViewingSlotView[] {
  return slots
    .filter((slot) => slot.kind === kind)
    .map((slot) => {
      if (Date.parse(slot.startsAt) === Date.parse(startsAt))
        return { ...slot, bookable: false, waitable: false, reason: '现在约的就是这个时间' };
      // What a person may have at once is no reason against moving one of them: only room counts.
      if (slot.seatsLeft > 0) return { ...slot, bookable: true, waitable: false, reason: null };
      return slot.waitable ? { ...slot, waitable: false, reason: '已约满' } : slot;
    });
}
