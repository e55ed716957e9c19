import { type MyReward, type MyRewards, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { BindFirst } from '../../_components/bind-first';
import { Figures } from '../../_components/figures';
import { RewardRows } from '../../_components/reward-rows';
import { debtWords, figuresOf, lapsingWords, signedPoints } from '../../_lib/reward-words';
import { TierCard } from './_components/tier-card';
import './index.scss';

/** 奖励与积分: what is there, what is on its way, and what can be had for it. */
export default function RewardsPage() {
  const rewards = useResource<MyRewards>('my-rewards', server.rewards.mine, { kept: true });
  const { me } = useSession();
  const now = useNow(60_000);
  usePullRefresh(rewards.reload);
  return (
    <PageFrame
      of={rewards}
      now={now}
      skeleton={<Skeleton cards={3} lines={3} />}
      bottom={
        <BottomBar aside={<Button kind="plain" text="我的兑换" onTap={() => go('myRedemptions', {})} />}>
          <Button text="用积分兑换" onTap={() => go('catalogue')} />
        </BottomBar>
      }
    >
      {(data) => {
        const lapsing = lapsingWords(data, now);
        const debt = debtWords(data);
        return (
          <View className="rewards">
            <View className="rewards__column">
              {me?.phoneMasked === null ? (
                <BindFirst why="积分和奖励记在您的手机号名下，确认后在这里查看和使用" onBound={() => void rewards.reload()} />
              ) : null}
              <Figures figures={figuresOf(data)} />
              {lapsing?.soon ? (
                <CellGroup>
                  <Cell icon="clock" title={lapsing.text} note="到期前兑换，不会浪费" onTap={() => go('catalogue')} />
                </CellGroup>
              ) : null}
              {data.rewards.some(({ needsRealName }) => needsRealName) ? (
                <CellGroup>
                  <Cell
                    icon="shield"
                    title="完成实名后可领取"
                    note="现金奖励发放前，请填写一次姓名和身份证号"
                    onTap={() => go('realName')}
                  />
                </CellGroup>
              ) : null}
              {debt ? <View className="rewards__debt t-note">{debt}</View> : null}
              <TierCard tier={data.tier} />
              <CellGroup>
                <Cell icon="list" title="我的推荐" note="每位好友走到哪一步" onTap={() => go('myReferrals')} />
              </CellGroup>
            </View>
            <View className="rewards__column">
              <Section title="奖励">
                <RewardRows
                  rewards={data.rewards.map((reward) => ({
                    ...reward,
                    of: ofWords(reward, now),
                    why: reward.needsRealName ? `完成实名后可领取。${reward.why}` : reward.why,
                  }))}
                  none="好友到访、签约后，奖励会显示在这里"
                />
              </Section>
              <Section title="积分明细" note={lapsing && !lapsing.soon ? lapsing.text : undefined}>
                <Card>
                  {data.entries.length === 0 ? <View className="ink-2">还没有积分。好友到访、签约后会记在这里</View> : null}
                  {data.entries.map(({ at, text, points }) => (
                    <View key={`${at}:${text}:${points}`} className="rewards__entry">
                      <View className="grow">
                        <View>{text}</View>
                        <View className="t-note ink-2 tabular">{sayTime(Date.parse(at), now)}</View>
                      </View>
                      <View className={`rewards__points tabular ${points > 0 ? 'ink-accent' : ''}`}>{signedPoints(points)}</View>
                    </View>
                  ))}
                </Card>
              </Section>
            </View>
          </View>
        );
      }}
    </PageFrame>
  );
}

/** `云溪府 · 推荐好友 · 11月22日 周日 10:00` */
const ofWords = ({ projectName, party, at }: MyReward, now: number): string =>
  [projectName, party === 'friend' ? '受邀看房' : '推荐好友', sayTime(Date.parse(at), now)].join(' · ');
