import type { MyViewing } from '@guihu/shared';
import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { askToSubscribe } from '@/platform/subscribe';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { ViewingCard } from '../../_components/viewing-card';
import { ASK_AT } from '../../_lib/subscriptions';
import { isAhead } from '../../_lib/viewing-words';
import { openWaits } from '../../_lib/wait-words';
import { WaitCard } from './_components/wait-card';
import './index.scss';

export default function ViewingsPage() {
  const viewings = useResource('my-viewings', server.viewings.mine, { kept: true });
  const waits = useResource('my-waits', server.viewings.waits, { kept: true });
  const reload = async () => {
    await Promise.all([viewings.reload(), waits.reload()]);
  };
  const verbs = useVerbs(reload);
  const now = useNow();
  const lines = openWaits(waits.data?.items ?? []);
  const firstOffer = lines[0]?.offerUntil ?? null;
  usePullRefresh(reload);
  useLiveRefresh(reload, firstOffer ? Date.parse(firstOffer) : null);

  const take = async (id: string) => {
    await askToSubscribe(ASK_AT.taking);
    return verbs.run(
      () => server.viewings.takeSeat(id),
      (receipt) => {
        go('myViewing', { id: receipt.id, no: receipt.number });
        return '已为您约上';
      },
    );
  };
  const leave = async (id: string, offered: boolean) => {
    const title = offered ? '不要这个位子了？' : '退出候补？';
    const yes = await confirmed(
      title,
      offered ? '位子会让给下一位候补的人' : '之后有空位不再通知您，可以重新候补',
      offered ? '让出位子' : '退出候补',
    );
    if (yes) void verbs.run(() => server.viewings.leaveLine(id), offered ? '已让出位子' : '已退出候补');
  };
  const cards = (items: readonly MyViewing[]) =>
    items.map((viewing) => <ViewingCard key={viewing.id} viewing={viewing} now={now} onOpen={() => go('myViewing', { id: viewing.id })} />);
  return (
    <PageFrame
      of={viewings}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      empty={{
        when: ({ items }) => items.length === 0 && lines.length === 0,
        title: '还没有预约过看房',
        text: '选好楼盘，挑一个方便的时间，到了有顾问等您',
        action: { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {({ items }) => {
        const ahead = items.filter(isAhead);
        const past = items.filter((viewing) => !isAhead(viewing));
        return (
          <View className="viewings">
            {lines.length > 0 ? (
              <Section title="候补">
                <View className="stack">
                  {lines.map((wait) => (
                    <WaitCard
                      key={wait.id}
                      wait={wait}
                      now={now}
                      busy={verbs.busy}
                      onTake={() => take(wait.id)}
                      onLeave={() => leave(wait.id, wait.status === 'offered')}
                    />
                  ))}
                </View>
              </Section>
            ) : null}
            {ahead.length > 0 ? (
              <Section title="即将到访">
                <View className="stack">{cards(ahead)}</View>
              </Section>
            ) : null}
            {past.length > 0 ? (
              <Section title="以往的预约">
                <View className="stack">{cards(past)}</View>
              </Section>
            ) : null}
          </View>
        );
      }}
    </PageFrame>
  );
}
