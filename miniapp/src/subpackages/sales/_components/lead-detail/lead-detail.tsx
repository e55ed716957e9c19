import type { StaffLeadDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import type { LeadPage } from '../../_hooks/use-lead-page';
import { DeliveriesSection } from './deliveries-section';
import { FollowUpsSection } from './follow-ups-section';
import { PortraitSection } from './portrait-section';
import { TasksSection } from './tasks-section';
import { TimelineSection } from './timeline-section';
import { TouchesSection } from './touches-section';
import { WhoCard } from './who-card';
import './lead-detail.scss';

interface Props {
  page: LeadPage;
  data: StaffLeadDetail;
  /** Epoch milliseconds. */
  now: number;
}

/** One lead, whole: who and by when, what to do, what they look for, where they came from, what happened. */
export function LeadDetail({ page, data, now }: Props) {
  const { tasks, deliveries, verbs } = page;
  return (
    <View className="lead-detail">
      {verbs.refusal ? <View className="lead-detail__refusal">{`${verbs.refusal}。以下是最新的情况`}</View> : null}
      <WhoCard page={page} data={data} now={now} />
      <View className="lead-detail__columns">
        <View>
          <TasksSection status={data.status} tasks={tasks.data?.items ?? null} now={now} />
          <FollowUpsSection items={data.followUps} now={now} />
          <TimelineSection items={data.timeline} now={now} />
        </View>
        <View>
          <PortraitSection data={data} />
          <TouchesSection items={data.touches} now={now} />
          <DeliveriesSection items={deliveries.data?.items ?? []} now={now} />
        </View>
      </View>
    </View>
  );
}
