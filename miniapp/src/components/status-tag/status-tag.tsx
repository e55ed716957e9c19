import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import './status-tag.scss';

export type Tone = 'accent' | 'late' | 'soon' | 'done' | 'info' | 'calm';

const ICONS: Readonly<Record<Tone, IconName>> = { accent: 'clock', late: 'late', soon: 'clock', done: 'check', info: 'info', calm: 'list' };

interface Props {
  text: string;
  tone: Tone;
  icon?: IconName;
}

/** A state in a word with its icon; the colour only repeats it. */
export function StatusTag({ text, tone, icon }: Props) {
  return (
    <View className={`status-tag status-tag--${tone}`}>
      <Icon name={icon ?? ICONS[tone]} size={1.1} />
      <View>{text}</View>
    </View>
  );
}
