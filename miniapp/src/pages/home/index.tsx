import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { channelOf } from '@/platform/scanned-channel';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { MyHome } from './_components/my-home';
import { ProjectCard } from './_components/project-card';
import './index.scss';

export default function HomePage() {
  const channel = channelOf(useParams<RouteParams['home']>());
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
          <MyHome />
          <View className="home__head">
            <View className="t-title">您想看哪个楼盘？</View>
            <View className="t-note ink-2">留下联系方式，置业顾问会在约定时间内与您联系</View>
          </View>
        </>
      }
    >
      {({ items }) => (
        <View className="home__list">
          {items.map((project) => (
            <ProjectCard
              key={project.id}
              project={project}
              onOpen={() => go('project', { id: project.id, channel })}
              onLeaveDetails={() => go('leaveDetails', { id: project.id, channel })}
            />
          ))}
        </View>
      )}
    </PageFrame>
  );
}
