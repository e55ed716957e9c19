import { type InboxMessage, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import './message-card.scss';

interface Props {
  message: InboxMessage;
  now: number;
  onOpen: () => void;
}

/** One message: what happened, its particulars, and whether it opens something. */
export function MessageCard({ message, now, onOpen }: Props) {
  const unread = message.readAt === null;
  return (
    <Card label={`${unread ? '未读，' : ''}${message.title}`} onTap={onOpen}>
      <View className="message-card__head">
        <View className={`grow ${unread ? 't-section' : 'message-card__read'}`}>{message.title}</View>
        {unread ? <View className="message-card__new t-small">未读</View> : null}
      </View>
      <View className="t-note ink-2 tabular">{sayTime(Date.parse(message.createdAt), now)}</View>
      <View className="message-card__lines">
        {message.lines.map(({ label, value }) => (
          <View key={label} className="message-card__line t-body">
            <View className="message-card__label ink-2">{label}</View>
            <View className="grow">{value}</View>
          </View>
        ))}
      </View>
      {message.page ? (
        <View className="message-card__more t-note ink-accent">
          <View>查看详情</View>
          <Icon name="more" size={1.1} />
        </View>
      ) : null}
    </Card>
  );
}
