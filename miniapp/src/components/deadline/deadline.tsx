import { sayDeadline, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './deadline.scss';

/** Under a quarter of an hour it is time to look. */
const SOON_MS = 15 * 60_000;

interface Props {
  /** Epoch milliseconds. */
  dueAt: number;
  now: number;
  /** Also the time itself: 今天 10:15. */
  withTime?: boolean;
}

/** How much time is left, or how late it is, in words. */
export function Deadline({ dueAt, now, withTime = false }: Props) {
  const { text, late } = sayDeadline(dueAt, now);
  const tone = late ? 'late' : dueAt - now <= SOON_MS ? 'soon' : 'calm';
  return (
    <View className={`deadline deadline--${tone} t-note tabular`}>
      <Icon name={late ? 'late' : 'clock'} size={1.1} />
      <View>{withTime ? `${sayTime(dueAt, now)}，${text}` : text}</View>
    </View>
  );
}
