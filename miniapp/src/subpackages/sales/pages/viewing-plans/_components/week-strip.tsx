import { View } from '@tarojs/components';
import { type Span, sayWindows, WEEKDAYS } from '../_lib/plan-words';
import { hoursOf, weekSvg } from '../_lib/week-svg';
import './week-strip.scss';

interface Props {
  week: Readonly<Record<string, readonly Span[]>>;
  lengthMinutes: number;
}

/** When it is open, drawn: one row for each weekday, cut into slots. */
export function WeekStrip({ week, lengthMinutes }: Props) {
  const { first, last } = hoursOf(week);
  const picture = `url("data:image/svg+xml,${encodeURIComponent(weekSvg(week, lengthMinutes))}")`;
  const said = WEEKDAYS.map(({ key, name }) => `${name} ${sayWindows(week[key] ?? [])}`).join('，');
  return (
    <View className="week-strip" {...({ role: 'img', ariaLabel: said } as object)}>
      <View className="week-strip__days">
        {WEEKDAYS.map(({ key, name }) => (
          <View key={key} className="week-strip__day t-small">
            {name}
          </View>
        ))}
      </View>
      <View className="grow">
        <View className="week-strip__picture" style={{ backgroundImage: picture }} />
        <View className="week-strip__hours t-small tabular ink-2">
          <View>{first}</View>
          <View>{last}</View>
        </View>
      </View>
    </View>
  );
}
