import { type MyReferral, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/status-tag';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { ShareButton } from '@/platform/share-button';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { RewardRows } from '../../_components/reward-rows';
import { sharePath } from '../../_hooks/use-referral-link';
import { appealWords, statusOf, stepsOf } from '../../_lib/referral-words';
import { AppealSheet } from './_components/appeal-sheet';
import './index.scss';

/** One friend: the way so far, what it brings and why, and what to do when it was judged wrongly. */
export default function ReferralPage() {
  const { id = '' } = useParams<RouteParams['myReferral']>();
  const referral = useResource<MyReferral>(`my-referral:${id}`, () => server.referrals.one(id), { kept: true });
  const [appealing, setAppealing] = useState(false);
  const now = useNow(60_000);
  const askPath = referral.data?.askPath;
  usePullRefresh(referral.reload);
  useShare(() => ({
    title: askPath ? `想推荐您看看${referral.data?.projectName}，愿意的话点开同意` : '看房、预约、报修，都在归户',
    path: askPath ? `/${sharePath({ path: askPath })}` : addressOf('home'),
  }));
  return (
    <PageFrame
      of={referral}
      now={now}
      skeleton={<Skeleton cards={3} lines={3} />}
      bottom={
        askPath ? (
          <BottomBar>
            <ShareButton className="native-button native-button--primary" path={sharePath({ path: askPath })}>
              再发一次邀请
            </ShareButton>
          </BottomBar>
        ) : referral.data?.mayAppeal ? (
          <BottomBar>
            <Button kind="plain" text="对归属有异议，申请复核" onTap={() => setAppealing(true)} />
          </BottomBar>
        ) : undefined
      }
      over={
        <AppealSheet
          id={id}
          open={appealing}
          onClose={() => setAppealing(false)}
          onAppealed={(answer) => {
            referral.put(answer);
            setAppealing(false);
          }}
        />
      }
    >
      {(data) => (
        <View className="referral">
          <View className="referral__column">
            <Card>
              <View className="row row--between">
                <View className="t-title one-line">{data.friendMasked}</View>
                <StatusTag {...statusOf(data)} />
              </View>
              <View className="ink-2">{data.projectName}</View>
              {data.note ? <View className="referral__note">{data.note}</View> : null}
              <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(data.registeredAt), now)} 登记`}</View>
            </Card>
            {data.appeal ? (
              <Section title="复核">
                <Card>
                  <View className="row row--between row--wrap">
                    <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(data.appeal.at), now)} 提交`}</View>
                    <StatusTag text={appealWords(data.appeal).title} tone={appealWords(data.appeal).tone} />
                  </View>
                  <View className="referral__answer">{appealWords(data.appeal).text}</View>
                </Card>
              </Section>
            ) : null}
            <Section title="奖励" aside={<Button kind="quiet" text="奖励与积分" onTap={() => go('myRewards')} />}>
              <RewardRows
                rewards={data.rewards}
                none={data.status === 'ended' ? '这次推荐没有产生奖励' : '好友到访、签约后，奖励会显示在这里'}
              />
            </Section>
          </View>
          <Section title="进展">
            <Card>
              <ParcelLine steps={stepsOf(data.steps, now)} />
            </Card>
          </Section>
        </View>
      )}
    </PageFrame>
  );
}
