import type { LiveCodeView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Greeting } from '@/components/greeting/greeting';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { channelOf, liveCodeOf } from '@/platform/scanned-channel';
import { useResource } from '@/platform/use-resource';
import { server, useArrival } from '@/session';
import { MyHome } from './_components/my-home';
import { NextVisitCard } from './_components/next-visit-card';
import { ProjectCard } from './_components/project-card';
import { firstOf } from './_lib/project-words';
import './index.scss';

export default function HomePage() {
  const params = useParams<RouteParams['home']>();
  const channel = channelOf(params);
  const arrived = useArrival(params);
  const scanned = liveCodeOf(params);
  const atTheDoor = arrived?.kind === 'site' && arrived.code === scanned;
  // Every code opens this page; the one at the door of the sales office is there to be checked in by.
  useEffect(() => {
    if (atTheDoor) go('siteCheckIn', { code: scanned });
  }, [atTheDoor, scanned]);
  const projects = useResource('projects', server.projects.list, { kept: true });
  usePullRefresh(projects.reload);
  useShare(() => ({ title: '看房、预约、报修，都在归户', path: addressOf('home') }));
  return (
    <PageFrame
      of={projects}
      now={now()}
      skeleton={<Skeleton cards={2} lines={4} picture={152} />}
      empty={{ when: ({ items }) => items.length === 0, title: '楼盘正在筹备', text: '上线后会第一时间在这里展示' }}
      head={
        <>
          <ArrivalGreeting arrived={arrived} />
          <NextVisitCard />
          <MyHome />
          <View className="home__head">
            <View className="t-title">您想看哪个楼盘？</View>
            <View className="t-note ink-2">先约好时间，到了有置业顾问等您</View>
          </View>
        </>
      }
    >
      {({ items }) => (
        <View className="home__list">
          {firstOf(items, arrived?.projectId).map((project) => (
            <ProjectCard
              key={project.id}
              project={project}
              onOpen={() => go('project', { id: project.id, channel })}
              onBook={() => go('bookViewing', { id: project.id, channel })}
              onLeaveDetails={() => go('leaveDetails', { id: project.id, channel })}
            />
          ))}
        </View>
      )}
    </PageFrame>
  );
}

/** Who sent them here, and the way to what they were sent for. */
function ArrivalGreeting({ arrived }: { arrived: LiveCodeView | null }) {
  if (!arrived?.greeting) return null;
  const { greeting, projectId, projectName } = arrived;
  return (
    <View className="home__greeting">
      <Greeting
        text={greeting}
        action={projectId && projectName ? { text: `看看${projectName}`, onTap: () => go('project', { id: projectId }) } : undefined}
      />
    </View>
  );
}
