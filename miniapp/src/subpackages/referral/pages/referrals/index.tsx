import type { MyReferral, MyReferralList } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { Cell, CellGroup } from '@/components/cell/cell';
import { ListEnd } from '@/components/list-end/list-end';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';
import { Figures } from '../../_components/figures';
import { ReferralCard } from './_components/referral-card';
import './index.scss';

/** 我的推荐: every friend and where they stand, never the friend's own data. */
export default function ReferralsPage() {
  const [totals, setTotals] = useState<MyReferralList['totals'] | null>(null);
  const fetchPage = useCallback(async (cursor: string | null) => {
    const list = await server.referrals.mine({ cursor });
    setTotals(list.totals);
    return list;
  }, []);
  const referrals = usePagedResource<MyReferral>('my-referrals', fetchPage, { kept: true });
  const now = useNow(60_000);
  usePullRefresh(referrals.reload);
  useEndReached(referrals.more);
  return (
    <PageFrame
      of={referrals}
      now={now}
      width="form"
      skeleton={<Skeleton cards={3} lines={3} />}
      empty={{
        when: (items) => items.length === 0,
        title: '还没有推荐过好友',
        text: '在楼盘里点「推荐好友」，好友走到哪一步、奖励到没到账，都会在这里',
        action: { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {(items) => (
        <View className="stack">
          {totals ? (
            <Figures
              figures={[
                { label: '已推荐', value: `${totals.registered}` },
                { label: '已到访', value: `${totals.visited}` },
                { label: '已签约', value: `${totals.signed}` },
              ]}
            />
          ) : null}
          <CellGroup>
            <Cell icon="star" title="奖励与积分" note="到账、待发放、可兑换的积分" onTap={() => go('myRewards')} />
          </CellGroup>
          {items.map((referral) => (
            <ReferralCard key={referral.id} referral={referral} now={now} onOpen={() => go('myReferral', { id: referral.id })} />
          ))}
          <ListEnd list={referrals} count={`共 ${items.length} 位好友`} />
        </View>
      )}
    </PageFrame>
  );
}
