import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import { Avatar } from './avatar';

interface Props {
  name: string;
  /** 高级置业顾问. */
  role: string;
  note?: string | null;
  /** One tap; left out when there is no number to call. */
  onCall?: () => void;
  onMessage?: () => void;
}

/** Somebody to deal with: who they are, and one tap to reach them. */
export function PersonCard({ name, role, note, onCall, onMessage }: Props) {
  return (
    <View className="person-card">
      <Avatar name={name} large />
      <View className="grow">
        <View className="person-card__who">
          <View className="t-section">{name}</View>
          <View className="t-note ink-2">{role}</View>
        </View>
        {note ? <View className="t-note ink-2">{note}</View> : null}
      </View>
      {onMessage ? (
        <Tap className="person-card__action" label={`给${name}发消息`} onTap={onMessage}>
          <Icon name="message" />
          <View className="t-small">消息</View>
        </Tap>
      ) : null}
      {onCall ? (
        <Tap className="person-card__action" label={`给${name}打电话`} onTap={onCall}>
          <Icon name="phone" />
          <View className="t-small">电话</View>
        </Tap>
      ) : null}
    </View>
  );
}
