import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import './known-phone.scss';

interface Props {
  /** Masked. */
  phone: string;
  icon: IconName;
  onOther: () => void;
}

/** A number that need not be typed, and the way to another one. */
export function KnownPhone({ phone, icon, onOther }: Props) {
  return (
    <View className="known-phone">
      <Icon name={icon} className="ink-accent" />
      <View className="known-phone__number t-section tabular">{phone}</View>
      <Button kind="quiet" text="换个号码" onTap={onOther} />
    </View>
  );
}
