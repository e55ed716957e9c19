import { type Redemption, sayReward, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/status-tag';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { redemptionTag, spacedCode } from '../../_lib/reward-words';
import './index.scss';

/** What was had for points, with the code that is shown at the desk. */
export default function RedemptionsPage() {
  const { id } = useParams<RouteParams['myRedemptions']>();
  const redemptions = useResource<{ items: Redemption[] }>('my-redemptions', server.rewards.redemptions, { kept: true });
  const now = useNow(60_000);
  usePullRefresh(redemptions.reload);
  return (
    <PageFrame
      of={redemptions}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      empty={{
        when: ({ items }) => items.length === 0,
        title: '还没有兑换过',
        text: '兑换后，领取码会显示在这里',
        action: { text: '看看礼品', onTap: () => go('catalogue') },
      }}
    >
      {({ items }) => (
        <View className="stack">
          {[...items]
            .sort((a, b) => Number(b.id === id) - Number(a.id === id))
            .map((redemption) => (
              <RedemptionCard key={redemption.id} redemption={redemption} now={now} />
            ))}
        </View>
      )}
    </PageFrame>
  );
}

function RedemptionCard({ redemption, now }: { redemption: Redemption; now: number }) {
  const { title, points, status, pickUpCode, pickUpPlace, at } = redemption;
  return (
    <Card>
      <View className="row row--between">
        <View className="t-section one-line">{title}</View>
        <StatusTag {...redemptionTag(redemption)} />
      </View>
      <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(at), now)} 兑换，用了 ${sayReward('points', points)}`}</View>
      {status === 'ordered' ? (
        <View className="redemption__code">
          <View className="t-note ink-2">{`领取码，请到${pickUpPlace}出示`}</View>
          <View className="t-figure">{spacedCode(pickUpCode)}</View>
        </View>
      ) : null}
    </Card>
  );
}
