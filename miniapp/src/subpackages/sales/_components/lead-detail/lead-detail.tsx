import type { StaffLeadDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { DeliveriesSection } from '@/components/deliveries-section/deliveries-section';
import { FailureNote } from '@/components/failure-note/failure-note';
import { PageSettings } from '@/components/page-frame/page-settings';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import type { LeadPage } from '../../_hooks/use-lead-page';
import { FollowUpsSection } from './follow-ups-section';
import { PortraitSection } from './portrait-section';
import { TasksSection } from './tasks-section';
import { TouchesSection } from './touches-section';
import { VisitsSection } from './visits-section';
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
  const { wide } = useContext(PageSettings);
  const plan = <TasksSection status={data.status} tasks={tasks.data?.items ?? null} now={now} />;
  const visits = <VisitsSection leadId={data.id} now={now} />;
  const talks = <FollowUpsSection items={data.followUps} now={now} />;
  const portrait = <PortraitSection data={data} />;
  const touches = <TouchesSection leadId={data.id} items={data.touches} now={now} />;
  const timeline = <TimelineSection items={data.timeline} now={now} />;
  const deliveredTo = <DeliveriesSection items={deliveries.data?.items ?? []} now={now} />;
  return (
    <View className="lead-detail">
      {verbs.refusal ? <FailureNote text={`${verbs.refusal}。以下是最新的情况`} /> : null}
      <WhoCard page={page} data={data} now={now} />
      <View className="lead-detail__columns">
        {wide ? (
          <>
            <View>
              {plan}
              {visits}
              {talks}
              {timeline}
            </View>
            <View>
              {portrait}
              {touches}
              {deliveredTo}
            </View>
          </>
        ) : (
          <View>
            {plan}
            {visits}
            {talks}
            {portrait}
            {touches}
            {timeline}
            {deliveredTo}
          </View>
        )}
      </View>
    </View>
  );
}
