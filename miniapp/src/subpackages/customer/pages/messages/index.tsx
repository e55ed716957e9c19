import type { InboxMessage } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now as present, useNow } from '@/platform/clock';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { go, openPath } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server, useSession } from '@/session';
import { MessageCard } from './_components/message-card';
import './index.scss';

export default function MessagesPage() {
  const messages = usePagedResource('messages', (cursor) => server.messages.list({ cursor }));
  const { me } = useSession();
  const now = useNow(60_000);
  usePullRefresh(messages.reload);
  useEndReached(messages.more);

  const open = (message: InboxMessage) => {
    if (message.readAt === null) {
      const readAt = new Date(present()).toISOString();
      messages.put((messages.data ?? []).map((other) => (other.id === message.id ? { ...other, readAt } : other)));
      // A mark that did not arrive shows as unread next time; nothing is lost.
      server.messages.markRead(message.id).catch(() => undefined);
    }
    if (message.page) openPath(message.page);
  };
  return (
    <PageFrame
      of={messages}
      now={now}
      width="form"
      skeleton={<Skeleton cards={3} lines={4} />}
      empty={{
        when: (items) => items.length === 0,
        title: '还没有消息',
        text: me?.staffId ? '新线索、到期的跟进会在这里告诉你' : '登记有了新进展，会在这里告诉您',
        action: me?.staffId ? undefined : { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {(items) => (
        <View className="stack">
          {items.map((message) => (
            <MessageCard key={message.id} message={message} now={now} onOpen={() => open(message)} />
          ))}
          <View className="messages__end t-note ink-2">
            {messages.moreFailure ? (
              <Button kind="quiet" text={`${messages.moreFailure.sentence}，点这里再试`} onTap={messages.more} />
            ) : messages.loadingMore ? (
              '正在加载更早的消息…'
            ) : messages.atEnd ? (
              '没有更早的消息了'
            ) : null}
          </View>
        </View>
      )}
    </PageFrame>
  );
}
