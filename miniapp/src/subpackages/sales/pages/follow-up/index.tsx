import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function FollowUpPage() {
  const { id = '' } = useParams<RouteParams['followUp']>();
  const lead = useResource(`staff-lead:${id}`, () => server.staffLeads.detail(id));
  return (
    <PageFrame of={lead} width="form">
      {(data) => <View className="t-title">{data.customer.name}</View>}
    </PageFrame>
  );
}
