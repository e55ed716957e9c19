import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './stepper.scss';

interface Props {
  value: number;
  least: number;
  most: number;
  /** 位, 套. */
  unit: string;
  /** What is counted, for screen readers. */
  label: string;
  onChange: (value: number) => void;
}

/** A small number by two thumbs' worth of buttons: nothing to type. */
export function Stepper({ value, least, most, unit, label, onChange }: Props) {
  return (
    <View className="stepper">
      <Tap className="stepper__turn" label={`${label}减一`} disabled={value <= least} onTap={() => onChange(value - 1)}>
        <Icon name="minus" />
      </Tap>
      <View className="stepper__value t-section tabular">{`${value} ${unit}`}</View>
      <Tap className="stepper__turn" label={`${label}加一`} disabled={value >= most} onTap={() => onChange(value + 1)}>
        <Icon name="plus" />
      </Tap>
    </View>
  );
}
