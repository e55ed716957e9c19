import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './person-card.scss';

/** The place where somebody will stand, so that nothing jumps when they are known. */
export function PersonAwaited() {
  return (
    <View className="person-awaited">
      <View className="person-awaited__face">
        <Icon name="person" size={1} />
      </View>
      <View className="grow">
        <View>正在为您安排</View>
        <View className="t-note ink-2">安排好后，姓名和电话会出现在这里</View>
      </View>
    </View>
  );
}
