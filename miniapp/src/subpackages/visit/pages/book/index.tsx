import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { callPhone } from '@/platform/contact';
import { useParams } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { channelOf } from '@/platform/scanned-channel';
import { useResource } from '@/platform/use-resource';
import { server, useArrival, useSlots } from '@/session';
import { BookingPage } from './_components/booking-page';
import './index.scss';

export default function BookPage() {
  const params = useParams<RouteParams['bookViewing']>();
  const { id = '', kind } = params;
  const project = useResource(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const policy = useResource('policy', server.consents.policy, { kept: true });
  const slots = useSlots(id || null);
  const channel = channelOf(params);
  const arrived = useArrival(params, id);

  if (project.data && policy.data && slots.data) {
    const { data } = project;
    if (slots.data.items.length > 0)
      return (
        <BookingPage
          project={data}
          slots={slots}
          policy={policy.data}
          kind={kind}
          greeting={arrived?.greeting}
          onPolicyOutdated={policy.reload}
        />
      );
    return (
      <PageFrame
        width="form"
        bottom={
          <BottomBar>
            <Button kind="plain" icon="phone" text="电话咨询" onTap={() => callPhone(data.phone)} />
            <Button text="留下联系方式" onTap={() => go('leaveDetails', { id, channel })} />
          </BottomBar>
        }
      >
        <EmptyState title="近期没有开放预约的时间" text={`${data.name}开放后可以在这里选时间；也可以留下联系方式，由顾问为您安排`} />
      </PageFrame>
    );
  }
  const waitsFor = project.data ? (policy.data ? slots : policy) : project;
  return (
    <PageFrame of={waitsFor as typeof project} width="form" now={now()} skeleton={<Skeleton cards={2} lines={5} />}>
      {() => <View />}
    </PageFrame>
  );
}
