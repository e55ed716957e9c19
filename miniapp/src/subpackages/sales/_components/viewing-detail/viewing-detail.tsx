import type { StaffViewingDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Cell, CellGroup } from '@/components/cell/cell';
import { FailureNote } from '@/components/failure-note/failure-note';
import { Section } from '@/components/section/section';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import { go } from '@/platform/navigation';
import { server } from '@/session';
import type { ViewingPage } from '../../_hooks/use-viewing-page';
import { shownIn } from '../../_lib/tour-words';
import { TourChecklist } from '../tour-checklist/tour-checklist';
import { FeedbackSection } from './feedback-section';
import { UnitsSection } from './units-section';
import { VisitorCard } from './visitor-card';
import './viewing-detail.scss';

interface Props {
  page: ViewingPage;
  data: StaffViewingDetail;
  /** Epoch milliseconds. */
  now: number;
}

/** One visit, whole: who comes and when, who receives and why, what they want to see, how it went. */
export function ViewingDetail({ page, data, now }: Props) {
  const { refusal } = page.verbs;
  const { leadId, leadOpen } = data;
  return (
    <View className="viewing-detail">
      {refusal ? <FailureNote text={`${refusal}。以下是最新的情况`} /> : null}
      <VisitorCard page={page} data={data} now={now} />
      <View className="viewing-detail__sections">
        <UnitsSection data={data} />
        {data.allowed.includes('complete') && data.tour.length > 0 ? (
          <Section title="带看路线" note="看完一处勾一处，填反馈时自动带上">
            <TourChecklist
              stops={data.tour}
              chosen={shownIn(data.tour)}
              onTick={(stop, shown) =>
                void page.verbs.run(() => server.staffViewings.tick(data.id, { stop, shown }), shown ? '已记下' : '已取消')
              }
            />
          </Section>
        ) : null}
        <FeedbackSection data={data} now={now} />
        {leadId && leadOpen ? (
          <Section title="这位客户">
            <CellGroup>
              <Cell icon="person" title="看线索和跟进记录" note="需求、来源、每次沟通" onTap={() => go('lead', { id: leadId })} />
            </CellGroup>
          </Section>
        ) : null}
        <TimelineSection items={data.timeline} now={now} />
      </View>
    </View>
  );
}
