import { beijingDate } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { dayAfter, sayDay } from '../_lib/days';
import './day-switch.scss';

interface Props {
  /** Beijing date. */
  day: string;
  now: number;
  onChange: (day: string) => void;
}

/** Which day is looked at: the next and the last at one tap, any other from the calendar. */
export function DaySwitch({ day, now, onChange }: Props) {
  const today = beijingDate(now);
  return (
    <View className="day-switch">
      <Button text="前一天" kind="quiet" onTap={() => onChange(dayAfter(day, -1))} />
      <View className="grow">
        <Picker mode="date" value={day} onChange={({ detail }) => onChange(detail.value)}>
          <View className="day-switch__day tabular" {...({ ariaLabel: `${sayDay(day, now)}，换一天` } as object)}>
            {sayDay(day, now)}
            <Icon name="calendar" size={1} />
          </View>
        </Picker>
      </View>
      {day === today ? null : <Button text="今天" kind="quiet" onTap={() => onChange(today)} />}
      <Button text="后一天" kind="quiet" onTap={() => onChange(dayAfter(day, 1))} />
    </View>
  );
}
