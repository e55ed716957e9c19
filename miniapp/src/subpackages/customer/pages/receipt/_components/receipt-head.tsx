import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import './receipt-head.scss';

interface Props {
  receiptNo: string;
  /** Empty until it has been read. */
  projectName: string;
  /** When to expect the call. */
  promise: string;
  onCopy: () => void;
}

/** It arrived: the number to refer to, and what happens next. */
export function ReceiptHead({ receiptNo, projectName, promise, onCopy }: Props) {
  return (
    <Card className="receipt-head">
      <View className="receipt-head__mark">
        <Icon name="check" size={1} />
      </View>
      <View className="t-section">{projectName ? `${projectName}的登记已收到` : '您的登记已收到'}</View>
      <View className="receipt-head__number">
        <View className="t-note ink-2">回执编号</View>
        <View className="t-figure receipt-head__figure">{receiptNo}</View>
        <Button kind="quiet" icon="copy" text="复制编号" onTap={onCopy} />
      </View>
      {promise ? (
        <View className="receipt-head__promise">
          <Icon name="clock" />
          <View className="grow">{promise}</View>
        </View>
      ) : null}
    </Card>
  );
}
