import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './refusal-line.scss';

/** Above the button: why it did not work, or what is still missing. */
export function RefusalLine({ sentence }: { sentence: string }) {
  return (
    <View className="refusal-line t-note" {...({ role: 'alert' } as object)}>
      <Icon name="late" size={1.2} />
      <View className="grow">{sentence}</View>
    </View>
  );
}
