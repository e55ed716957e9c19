import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import { spokenPhone } from './phone-words';
import './phone-line.scss';

interface Props {
  masked: string;
  phone: string | null;
  /** False once the customer has withdrawn their agreement to be contacted. */
  allowed: boolean;
  mayReveal: boolean;
  onReveal: () => void;
  onCall: () => void;
}

/** The number: hidden until asked for, one tap to dial after that. Asking is on record, and says so. */
export function PhoneLine({ masked, phone, allowed, mayReveal, onReveal, onCall }: Props) {
  if (!allowed)
    return (
      <View className="phone-line">
        <View className="grow">
          <View className="phone-line__number tabular">{masked}</View>
          <View className="phone-line__withdrawn t-note">
            <Icon name="lock" />
            <View className="grow">客户已撤回联系授权，请不要再打电话或发消息</View>
          </View>
        </View>
      </View>
    );
  return (
    <View className="phone-line">
      <View className="grow">
        <View className="phone-line__number tabular">{phone ? spokenPhone(phone) : masked}</View>
        <View className="t-note ink-2">{phone ? '本次查看已记录' : mayReveal ? '查看完整号码会留下记录' : '号码仅负责同事可见'}</View>
      </View>
      {phone ? (
        <Button text="拨打" icon="phone" onTap={onCall} />
      ) : mayReveal ? (
        <Button text="查看号码" kind="plain" onTap={onReveal} />
      ) : null}
    </View>
  );
}
