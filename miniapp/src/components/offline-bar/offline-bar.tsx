import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './offline-bar.scss';

/** Says that what is below is from before, and since when. */
export function OfflineBar({ text }: { text: string }) {
  return (
    <View className="offline-bar t-note">
      <Icon name="offline" />
      <View className="grow">{text}</View>
    </View>
  );
}
