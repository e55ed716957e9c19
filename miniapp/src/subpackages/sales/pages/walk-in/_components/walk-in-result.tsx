import type { WalkInReceipt } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { go } from '@/platform/navigation';

interface Props {
  receipt: WalkInReceipt;
  /** Whether whoever entered it is the host. */
  mine: boolean;
  onNext: () => void;
}

/** The visitor is here; who receives them now. */
export function WalkInResult({ receipt, mine, onNext }: Props) {
  const { host } = receipt;
  return (
    <View className="walk-in__result">
      <View className="walk-in__mark">
        <Icon name="check" size={1} />
      </View>
      <View className="t-title">{mine ? '已签到，由你接待' : host ? `已签到，${host.name} 接待` : '已签到，等待安排接待'}</View>
      <View className="ink-2">{mine ? '看房后记得填带看反馈' : host ? '已通知这位同事到前台' : '已通知主管安排同事'}</View>
      <View className="t-note ink-3 tabular">{`编号 ${receipt.number}`}</View>
      <View className="walk-in__ways">
        <Button text="再登记一位" block onTap={onNext} />
        <Button text="看这次带看" kind="plain" block onTap={() => go('staffViewing', { id: receipt.id })} />
      </View>
    </View>
  );
}
