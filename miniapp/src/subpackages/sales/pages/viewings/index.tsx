import { beijingDate } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function StaffViewingsPage() {
  const { day, view = 'mine', projectId } = useParams<RouteParams['staffViewings']>();
  const now = useNow();
  const asked = day ?? beijingDate(now);
  const viewings = useResource(`staff-viewings:${view}:${projectId ?? ''}:${asked}`, () =>
    server.staffViewings.list({ day: asked, view, projectId }),
  );
  usePullRefresh(viewings.reload);
  return (
    <PageFrame
      of={viewings}
      now={now}
      empty={{ when: ({ items }) => items.length === 0, title: '这天没有带看', text: '客户预约后会排在这里，并通过微信通知你' }}
    >
      {({ items }) =>
        items.map(({ id, customer, urgency }) => (
          <Card key={id} onTap={() => go('staffViewing', { id })}>
            <View className="t-section">{customer.name}</View>
            <View className="t-note ink-2">{urgency.text}</View>
          </Card>
        ))
      }
    </PageFrame>
  );
}
