import type { ViewingSlotList, ViewingSlotView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { DayGrid } from './day-grid';
import { sayDay } from './say-day';
import { firstDay, slotsOn, weeksOf, whyClosed } from './slot-days';
import { TimeChips } from './time-chips';
import './slot-picker.scss';

interface Props {
  /** Of one kind. */
  slots: readonly ViewingSlotView[];
  closedDays: ViewingSlotList['closedDays'];
  /** Beijing date; the first with room until one was chosen. */
  day: string | null;
  /** Id of the time. */
  chosen: string | null;
  now: number;
  error?: string;
  onDay: (date: string) => void;
  onTime: (slot: ViewingSlotView) => void;
}

/** First a day, then a time of it. */
export function SlotPicker({ slots, closedDays = [], day, chosen, now, error, onDay, onTime }: Props) {
  const weeks = weeksOf(slots, now);
  const first = firstDay(weeks);
  const shown = weeks.flat().find(({ date, state }) => date === (day ?? first) && state !== 'past') ?? null;
  const times = shown ? slotsOn(slots, shown.date) : [];
  return (
    <View className="slot-picker">
      <DayGrid weeks={weeks} chosen={shown?.date ?? null} onChoose={onDay} />
      <View id="ask-slot" className="slot-picker__times">
        {shown ? <View className="t-section">{sayDay(shown.date, now)}</View> : null}
        {error ? (
          <View className="slot-picker__error t-note" {...({ role: 'alert' } as object)}>
            <Icon name="late" size={1.1} />
            <View className="grow">{error}</View>
          </View>
        ) : null}
        {times.length > 0 ? (
          <TimeChips slots={times} chosen={chosen} onChoose={onTime} />
        ) : shown ? (
          <View className="slot-picker__closed">
            <View>{whyClosed(shown.date, closedDays)}</View>
            {first ? <Button kind="plain" text={`最近可约：${sayDay(first, now)}`} onTap={() => onDay(first)} /> : null}
          </View>
        ) : null}
      </View>
    </View>
  );
}
