import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Elevation } from '@/components/elevation/elevation';
import { LayoutPlan } from '@/components/layout-plan/layout-plan';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { useParams } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { useViewport } from '@/platform/viewport';
import { server } from '@/session';

export default function ProjectPage() {
  const { id = '', channel } = useParams<RouteParams['project']>();
  const project = useResource(`project:${id}`, () => server.projects.detail(id));
  const { width } = useViewport();
  return (
    <PageFrame
      of={project}
      width="form"
      bottom={
        <BottomBar>
          <Button text="留下联系方式" onTap={() => go('leaveDetails', { id, channel })} />
        </BottomBar>
      }
    >
      {(data) => (
        <View>
          <Elevation buildings={data.buildings} />
          <Section title={data.name} note={data.description}>
            {data.layouts.map((layout) => (
              <LayoutPlan key={layout.id} layout={layout} width={Math.min(width, 720) - 32} />
            ))}
          </Section>
        </View>
      )}
    </PageFrame>
  );
}
