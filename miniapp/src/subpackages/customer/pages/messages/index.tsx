import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { openPath } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';

export default function MessagesPage() {
  const messages = usePagedResource('messages', (cursor) => server.messages.list({ cursor }));
  usePullRefresh(messages.reload);
  useEndReached(messages.more);
  return (
    <PageFrame
      of={messages}
      width="form"
      empty={{ when: (items) => items.length === 0, title: '还没有消息', text: '有新的进展时，会在这里告诉您' }}
    >
      {(items) => (
        <View className="stack">
          {items.map((message) => (
            <Card key={message.id} onTap={() => message.page && openPath(message.page)}>
              <View className="t-section">{message.title}</View>
              {message.lines.map((line) => (
                <View key={line.label} className="t-note ink-2">{`${line.label}：${line.value}`}</View>
              ))}
            </Card>
          ))}
        </View>
      )}
    </PageFrame>
  );
}
