import type { LayoutView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Greeting } from '@/components/greeting/greeting';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { now } from '@/platform/clock';
import { callPhone, copyText } from '@/platform/contact';
import { say } from '@/platform/feedback';
import { useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { channelOf } from '@/platform/scanned-channel';
import { useResource } from '@/platform/use-resource';
import { useViewport } from '@/platform/viewport';
import { server, useArrival } from '@/session';
import { FactList } from './_components/fact-list';
import { LayoutSheet } from './_components/layout-sheet';
import { LayoutStrip } from './_components/layout-strip';
import { ProjectHead } from './_components/project-head';
import { ProjectSkeleton } from './_components/project-skeleton';
import { StoriesSection } from './_components/stories-section';
import { VisitCells } from './_components/visit-cells';
import './index.scss';

/** Width of the sheet's content on wide screens, px. */
const WIDE_SHEET = 528;
const PAGE_SIDES = 32;

export default function ProjectPage() {
  const params = useParams<RouteParams['project']>();
  const { id = '' } = params;
  const channel = channelOf(params);
  const arrived = useArrival(params, id);
  const project = useResource(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const { width, wide } = useViewport();
  const [layout, setLayout] = useState<LayoutView | null>(null);
  const [looking, setLooking] = useState(false);
  const data = project.data;
  usePullRefresh(project.reload);
  useShare(() => ({ title: data ? `${data.name}：${data.slogan}` : '看房就在归户', path: addressOf('project', { id, channel }) }));

  const look = (chosen: LayoutView) => {
    setLayout(chosen);
    setLooking(true);
  };
  const ask = (chosen: LayoutView) => {
    setLooking(false);
    go('leaveDetails', { id, channel, layout: chosen.id });
  };
  const call = () => data && callPhone(data.phone);
  const copyAddress = () => data && copyText(data.address).then(() => say('地址已复制，可粘贴到地图里导航'));
  return (
    <PageFrame
      of={project}
      now={now()}
      skeleton={<ProjectSkeleton />}
      bottom={
        <BottomBar>
          <Button kind="plain" text="留下联系方式" onTap={() => go('leaveDetails', { id, channel })} />
          <Button text="预约看房" onTap={() => go('bookViewing', { id, channel })} />
        </BottomBar>
      }
      over={
        <LayoutSheet
          layout={layout}
          open={looking}
          width={wide ? WIDE_SHEET : width - PAGE_SIDES}
          onClose={() => setLooking(false)}
          onAsk={ask}
        />
      }
    >
      {(shown) => (
        <View className="project">
          {arrived?.greeting ? (
            <View className="project__greeting">
              <Greeting text={arrived.greeting} />
            </View>
          ) : null}
          <ProjectHead project={shown} wide={wide} />
          <View className="project__layouts">
            <Section title={`户型 ${shown.layouts.length} 种`} aside={<View className="t-note ink-2">点图放大，看每间尺寸</View>}>
              {shown.layouts.length > 0 ? (
                <LayoutStrip layouts={shown.layouts} width={width} wide={wide} onOpen={look} />
              ) : (
                <EmptyState title="户型图整理中" text="可先留下联系方式，整理好后置业顾问会发给您" />
              )}
            </Section>
          </View>
          <View className="project__columns">
            <View>
              <Section title="到售楼处看看">
                <VisitCells project={shown} onCall={call} onCopyAddress={copyAddress} />
              </Section>
              <View className="project__refer">
                <CellGroup>
                  <Cell icon="share" title="推荐给朋友" note="好友到访、签约，奖励记在您名下" onTap={() => go('refer', { id })} />
                </CellGroup>
              </View>
            </View>
            {shown.facts.length > 0 ? (
              <Section title="楼盘信息">
                <FactList facts={shown.facts} />
              </Section>
            ) : null}
          </View>
          <StoriesSection projectId={id} />
        </View>
      )}
    </PageFrame>
  );
}
