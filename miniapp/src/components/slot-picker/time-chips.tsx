import { beijingClock, type ViewingSlotView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';
import { reasonsOf, roomWords, slotUse, timeGroups } from './slot-times';

interface Props {
  /** Of one day. */
  slots: readonly ViewingSlotView[];
  chosen: string | null;
  onChoose: (slot: ViewingSlotView) => void;
}

/** The times of a day, large enough for any thumb; a full one can be waited for, one that is over says why. */
export function TimeChips({ slots, chosen, onChoose }: Props) {
  const reasons = reasonsOf(slots);
  return (
    <View className="time-chips">
      {timeGroups(slots).map(({ title, slots: times }) => (
        <View key={title}>
          <View className="time-chips__part t-note ink-2">{title}</View>
          <View className="time-chips__row">
            {times.map((slot) => {
              const use = slotUse(slot);
              const on = slot.id === chosen;
              const clock = beijingClock(Date.parse(slot.startsAt));
              return (
                <Tap
                  key={slot.id}
                  className={`time-chip time-chip--${use} ${on ? 'time-chip--on' : ''}`}
                  label={`${clock}，${roomWords(slot)}`}
                  pressed={on}
                  disabled={use === 'none'}
                  onTap={() => onChoose(slot)}
                >
                  <View className="time-chip__clock tabular">{clock}</View>
                  <View className="time-chip__room">{roomWords(slot)}</View>
                </Tap>
              );
            })}
          </View>
        </View>
      ))}
      {reasons.map((reason) => (
        <View key={reason} className="t-note ink-2">{`灰色的时间：${reason}`}</View>
      ))}
    </View>
  );
}
