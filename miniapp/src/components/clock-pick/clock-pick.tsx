import { Picker, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './clock-pick.scss';

interface Props {
  /** 从, 到. */
  label: string;
  /** Beijing time of day, `09:00`. */
  value: string;
  onChange: (value: string) => void;
}

/** One time of day. */
export function ClockPick({ label, value, onChange }: Props) {
  return (
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(detail.value)}>
      <View className="clock-pick tabular" {...({ ariaLabel: `${label} ${value}` } as object)}>
        <Icon name="clock" size={1} />
        {`${label} ${value}`}
      </View>
    </Picker>
  );
}
