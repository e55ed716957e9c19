import type { StaffLeadReceipt } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { go } from '@/platform/navigation';

interface Props {
  receipt: StaffLeadReceipt;
  onNext: () => void;
}

/** What became of the entry: a new lead, or a visit added to one that was open. */
export function EntryResult({ receipt, onNext }: Props) {
  return (
    <View className="entry__result">
      <View className={`entry__mark ${receipt.joined ? 'entry__mark--joined' : ''}`}>
        <Icon name={receipt.joined ? 'swap' : 'check'} size={1} />
      </View>
      <View className="t-title">{receipt.joined ? '客户已在跟进中' : '登记好了'}</View>
      <View className="ink-2">{receipt.message}</View>
      <View className="t-note ink-3 tabular">{`编号 ${receipt.receiptNo}`}</View>
      <View className="entry__ways">
        <Button text="再登记一位" block onTap={onNext} />
        {receipt.joined ? null : <Button text="看这条线索" kind="plain" block onTap={() => go('lead', { id: receipt.id })} />}
      </View>
    </View>
  );
}
