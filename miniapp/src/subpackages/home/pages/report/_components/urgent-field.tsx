import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import './urgent-field.scss';

interface Props {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Said by the person, not guessed: what cannot wait jumps the queue. */
export function UrgentField({ on, onChange }: Props) {
  return (
    <View className="urgent-field">
      <View className="grow">
        <View className="urgent-field__title">情况紧急</View>
        <View className="t-note ink-2">漏水不止、没电、有燃气味、锁不上门等，会优先派人</View>
      </View>
      <Switch checked={on} onChange={onChange} />
    </View>
  );
}
