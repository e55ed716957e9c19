import { beijingClock, type TourStop, type TourStopView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { CheckMark } from '@/components/check-mark/check-mark';
import { Tap } from '@/components/tap/tap';
import './tour-checklist.scss';

interface Props {
  stops: readonly TourStopView[];
  /** Those that are ticked. */
  chosen: readonly TourStop[];
  wrong?: boolean;
  onTick: (stop: TourStop, shown: boolean) => void;
}

/** The tour as a checklist, in the order in which it is walked (F5). */
export function TourChecklist({ stops, chosen, wrong = false, onTick }: Props) {
  return (
    <View className="tour-checklist">
      {stops.map(({ stop, label, at }) => {
        const on = chosen.includes(stop);
        return (
          <Tap key={stop} className="tour-checklist__stop" label={label} pressed={on} onTap={() => onTick(stop, !on)}>
            <CheckMark on={on} wrong={wrong} />
            <View className="grow">{label}</View>
            {on && at ? <View className="t-note ink-2 tabular">{beijingClock(Date.parse(at))}</View> : null}
          </Tap>
        );
      })}
    </View>
  );
}
