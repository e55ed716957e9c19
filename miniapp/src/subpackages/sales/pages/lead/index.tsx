import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function LeadPage() {
  const { id = '' } = useParams<RouteParams['lead']>();
  const lead = useResource(`staff-lead:${id}`, () => server.staffLeads.detail(id));
  usePullRefresh(lead.reload);
  return (
    <PageFrame of={lead} width="desk">
      {(data) => <View className="t-title">{data.customer.name}</View>}
    </PageFrame>
  );
}
