import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function LeaveDetailsPage() {
  const { id = '' } = useParams<RouteParams['leaveDetails']>();
  const project = useResource(`project:${id}`, () => server.projects.detail(id));
  return (
    <PageFrame of={project} width="form">
      {(data) => <View className="t-title">{data.name}</View>}
    </PageFrame>
  );
}
