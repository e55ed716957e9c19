import { MOOD_LEVELS, SCOPE_LEVELS, SERIOUSNESS_LEVELS, type StaffWorkOrderDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { Card } from '@/components/card/card';
import { DeliveriesSection } from '@/components/deliveries-section/deliveries-section';
import { FailureNote } from '@/components/failure-note/failure-note';
import { OutcomeSection } from '@/components/outcome-section/outcome-section';
import { PageSettings } from '@/components/page-frame/page-settings';
import { Section } from '@/components/section/section';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import { WarrantyLine } from '@/components/warranty-line/warranty-line';
import type { OrderPage } from '../../_hooks/use-order-page';
import { PhotosSection } from './photos-section';
import { ReporterSection } from './reporter-section';
import { RevisitsSection } from './revisits-section';
import { WaitingCard } from './waiting-card';
import { WorkHead } from './work-head';
import './order-detail.scss';

interface Props {
  page: OrderPage;
  data: StaffWorkOrderDetail;
  /** The person who looks has it. */
  mine: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/** One order, whole: what and where and by when, whom to ring, who pays, what was done, what happened. */
export function OrderDetail({ page, data, mine, now }: Props) {
  const { wide } = useContext(PageSettings);
  const { verbs, waiting, deliveries } = page;
  const head = <WorkHead data={data} mine={mine} now={now} />;
  const reporter = <ReporterSection page={page} data={data} />;
  const outcome = <OutcomeSection outcome={data.outcome} rating={data.rating} now={now} />;
  const photos = <PhotosSection photos={data.photos} />;
  const grade = <GradeSection data={data} />;
  const warranty =
    data.kind === 'repair' ? (
      <Section title="质保">
        <WarrantyLine verdict={data.warrantyVerdict} />
      </Section>
    ) : null;
  const revisits = <RevisitsSection items={data.revisits} now={now} />;
  const limits = <LimitsSection limits={data.limits} />;
  const timeline = <TimelineSection items={newestFirst(data)} now={now} />;
  const told = <DeliveriesSection items={deliveries.data?.items ?? []} now={now} />;
  return (
    <View className="order-detail">
      {verbs.refusal ? <FailureNote text={`${verbs.refusal}。以下是最新的情况`} /> : null}
      <WaitingCard waiting={waiting} now={now} />
      {wide ? (
        <View className="order-detail__columns">
          <View>
            {head}
            {reporter}
            {grade}
            {photos}
            {warranty}
          </View>
          <View>
            {outcome}
            {revisits}
            {timeline}
            {told}
            {limits}
          </View>
        </View>
      ) : (
        <View className="order-detail__strip">
          {head}
          {outcome}
          {reporter}
          {photos}
          {grade}
          {warranty}
          {revisits}
          {timeline}
          {told}
          {limits}
        </View>
      )}
    </View>
  );
}

/** How grave a complaint is, and by which three answers. */
function GradeSection({ data: { grade } }: { data: StaffWorkOrderDetail }) {
  if (!grade) return null;
  const answers = [SERIOUSNESS_LEVELS[grade.seriousness], SCOPE_LEVELS[grade.scope], MOOD_LEVELS[grade.mood]];
  return (
    <Section title="评级">
      <Card>{answers.join(' · ')}</Card>
    </Section>
  );
}

/** How often it may still be handed on, and by whom that is counted. */
function LimitsSection({ limits }: { limits: readonly string[] }) {
  if (limits.length === 0) return null;
  return <View className="order-detail__limits t-note ink-2">{limits.join('，')}</View>;
}

const newestFirst = ({ timeline }: StaffWorkOrderDetail) => [...timeline].reverse();
