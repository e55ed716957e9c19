import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { sayWeek, type Week } from './week';
import './week-switch.scss';

interface Props {
  week: Week;
  /** Weeks from this one. */
  away: number;
  onChange: (away: number) => void;
}

/** Which week is looked at. */
export function WeekSwitch({ week, away, onChange }: Props) {
  return (
    <View className="week-switch">
      <Button text="上周" kind="quiet" onTap={() => onChange(away - 1)} />
      <View className="grow tabular">{sayWeek(week)}</View>
      {away === 0 ? null : <Button text="本周" kind="quiet" onTap={() => onChange(0)} />}
      <Button text="下周" kind="quiet" onTap={() => onChange(away + 1)} />
    </View>
  );
}
