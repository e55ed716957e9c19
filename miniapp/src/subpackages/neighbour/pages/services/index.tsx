import type { HomeView } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { OwnersOnly } from '../../_components/owners-only';
import { useOwnedHomes } from '../../_hooks/use-owned-homes';

/** Everything beside repairs that is there for those who live here, one part for each project they own a home in. */
export default function NeighbourServicesPage() {
  const homes = useOwnedHomes();
  usePullRefresh(homes.reload);
  return (
    <PageFrame of={homes} now={now()} width="form" skeleton={<Skeleton cards={1} lines={5} />}>
      {(owned) =>
        owned.length === 0 ? <OwnersOnly /> : firstOfEach(owned).map((home) => <ProjectPart key={home.projectId} home={home} />)
      }
    </PageFrame>
  );
}

function ProjectPart({ home: { projectId, projectName, unitId } }: { home: HomeView }) {
  return (
    <Section title={projectName}>
      <CellGroup>
        <Cell icon="calendar" title="社区活动" note="亲子、家宴、答谢会，在线报名" onTap={() => go('neighbourEvents')} />
        <Cell icon="star" title="增值服务" note="车位、物业、装修合作" onTap={() => go('extras')} />
        <Cell icon="swap" title="复购、置换咨询" note="优先联系之前接待您的顾问" onTap={() => go('repurchase', { id: projectId })} />
        <Cell icon="text" title="我的业主故事" note="写一篇，审核后邻居都能看到" onTap={() => go('myStories')} />
        <Cell icon="people" title="看看邻居的故事" onTap={() => go('stories', { id: projectId })} />
        <Cell icon="share" title="推荐亲友" note="好友到访、签约，奖励记在您名下" onTap={() => go('refer', { id: projectId })} />
        <Cell icon="message" title="业主共建" note="给小区提建议，有人跟进" onTap={() => go('report', { kind: 'suggestion', unitId })} />
      </CellGroup>
    </Section>
  );
}

/** Whoever has two homes in one project finds its services once. */
const firstOfEach = (homes: readonly HomeView[]): HomeView[] =>
  homes.filter(({ projectId }, at) => homes.findIndex((other) => other.projectId === projectId) === at);
