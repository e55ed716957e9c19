import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import { Tap } from '../tap/tap';
import './button.scss';

interface Props {
  /** Says the result: 提交报修, not 提交. */
  text: string;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  busy?: boolean;
  disabled?: boolean;
  /** As wide as its place. */
  block?: boolean;
  onTap: () => void;
}

export function Button({ text, kind = 'primary', icon, busy = false, disabled = false, block = false, onTap }: Props) {
  return (
    <Tap
      className={`button button--${kind} ${block ? 'button--block' : ''} ${disabled ? 'button--off' : ''}`}
      disabled={disabled || busy}
      onTap={onTap}
    >
      {busy ? <View className="button__busy" /> : icon ? <Icon name={icon} /> : null}
      <View>{text}</View>
    </Tap>
  );
}
