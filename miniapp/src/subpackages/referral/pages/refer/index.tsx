import type { ProjectDetail, ReferralOffer } from '@guihu/shared';
import { Canvas, View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Elevation } from '@/components/elevation/elevation';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { ShareButton } from '@/platform/share-button';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { BindFirst } from '../../_components/bind-first';
import { sharePath, useReferralLink } from '../../_hooks/use-referral-link';
import { OfferSection } from './_components/offer-section';
import { useShareCard } from './_hooks/use-share-card';
import './index.scss';

const CANVAS = 'share-card';

/** 推荐好友: what it brings, and three ways to do it. */
export default function ReferPage() {
  const { id = '' } = useParams<RouteParams['refer']>();
  const project = useResource<ProjectDetail>(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const offer = useResource<ReferralOffer>(`referral-offer:${id}`, () => server.referrals.offer(id), { kept: true });
  const link = useReferralLink(id);
  const picture = useShareCard(CANVAS, project.data, link.data);
  const bound = !link.unproven;
  usePullRefresh(() => Promise.all([project.reload(), offer.reload(), link.reload()]));
  useShare(() => ({
    title: project.data ? `${project.data.name}：${project.data.slogan}` : '看房就在归户',
    path: link.data ? `/${sharePath(link.data)}` : addressOf('project', { id }),
    ...(picture ? { imageUrl: picture } : {}),
  }));
  return (
    <PageFrame
      of={project}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={4} picture={152} />}
      bottom={
        bound ? (
          <BottomBar
            note={link.failure && !link.data ? <RefusalLine sentence={link.failure.sentence} /> : null}
            aside={<Button kind="plain" text="报备好友" onTap={() => go('registerFriend', { id })} />}
          >
            {link.data ? (
              <ShareButton className="native-button native-button--primary" path={sharePath(link.data)}>
                发给好友
              </ShareButton>
            ) : (
              <Button text={link.failure ? '再试一次' : '正在准备…'} busy={!link.failure} onTap={() => void link.reload()} />
            )}
          </BottomBar>
        ) : undefined
      }
      over={<Canvas type="2d" id={CANVAS} className="drawing-place" />}
    >
      {({ name, slogan, buildings }) => (
        <View className="refer">
          <Card flush>
            <Elevation buildings={buildings} />
            <View className="refer__words">
              <View className="t-title">{`把${name}推荐给朋友`}</View>
              <View className="ink-2">{slogan}</View>
            </View>
          </Card>
          {bound ? null : <BindFirst why="好友到访、签约后，奖励记在您名下，所以先要知道您是谁" onBound={() => void link.reload()} />}
          <OfferSection offer={offer} />
          <Section title="还可以这样推荐">
            <CellGroup>
              <Cell icon="camera" title="生成海报" note="保存到相册，发朋友圈或打印" onTap={() => go('poster', { id })} />
              <Cell
                icon="people"
                title="报备好友"
                note="登记姓名和手机号，好友同意后我们才联系"
                onTap={() => go('registerFriend', { id })}
              />
            </CellGroup>
          </Section>
          <Section title="进展和奖励">
            <CellGroup>
              <Cell icon="list" title="我的推荐" note="每位好友走到哪一步" onTap={() => go('myReferrals')} />
              <Cell icon="info" title="推荐规则" note="怎样算数、何时到账、怎么申诉" onTap={() => go('referralRules', { id })} />
              <Cell icon="star" title="奖励与积分" note="到账、待发放、可兑换的积分" onTap={() => go('myRewards')} />
            </CellGroup>
          </Section>
        </View>
      )}
    </PageFrame>
  );
}
