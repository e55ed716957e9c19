import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function ReceiptPage() {
  const { id } = useParams<RouteParams['receipt']>();
  const leads = useResource('my-leads', server.leads.mine);
  return (
    <PageFrame of={leads} width="form">
      {({ items }) => items.filter((lead) => lead.id === id).map((lead) => <View key={lead.id}>{`受理编号 ${lead.receiptNo}`}</View>)}
    </PageFrame>
  );
}
