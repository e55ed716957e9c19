import { formatWan, formatYuan, REFERRAL_STATUS_LABELS, type StaffReferralDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { Card } from '@/components/card/card';
import { FailureNote } from '@/components/failure-note/failure-note';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { Avatar } from '@/components/person-card/avatar';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import { may, useSession } from '@/session';
import type { ReferralPage } from '../../_hooks/use-referral-page';
import { calledFriend, mayContact, REFERRAL_TONES, sayProtection, stepsOf } from '../../_lib/referral-words';
import { FlagsSection } from '../flags-section/flags-section';
import { VerdictSummary } from './verdict-summary';
import './referral-detail.scss';

interface Props {
  page: ReferralPage;
  data: StaffReferralDetail;
  now: number;
}

/** One referral, whole: who brought whom, where it stands, how it was judged, what looked odd, what happened. */
export function ReferralDetail({ page, data, now }: Props) {
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const { verbs, verdict } = page;
  const who = <WhoCard data={data} now={now} />;
  const line = (
    <Section title="进展">
      <Card>
        <ParcelLine steps={stepsOf(data, now)} />
      </Card>
    </Section>
  );
  const judged = <VerdictSummary referral={data} verdict={verdict} />;
  const flags = <FlagsSection flags={verdict.data?.flags ?? []} mayJudge={may(me, 'referral.judge')} verbs={verbs} now={now} />;
  const timeline = <TimelineSection items={data.timeline} now={now} />;
  return (
    <View className="referral-detail">
      {verbs.refusal ? <FailureNote text={`${verbs.refusal}。以下是最新的情况`} /> : null}
      {wide ? (
        <View className="referral-detail__columns">
          <View>
            {who}
            {judged}
            {flags}
          </View>
          <View>
            {line}
            {timeline}
          </View>
        </View>
      ) : (
        <>
          {who}
          {line}
          {judged}
          {flags}
          {timeline}
        </>
      )}
    </View>
  );
}

function WhoCard({ data, now }: { data: StaffReferralDetail; now: number }) {
  const { friend, referrer, status, relation, note, dealAmount, projectName } = data;
  const protection = sayProtection(data, now);
  const contact = mayContact(data);
  return (
    <Card>
      <View className="referral-detail__friend">
        <Avatar name={contact ? friend.name : '友'} large />
        <View className="grow">
          <View className="row row--wrap">
            <View className="t-title">{calledFriend(data)}</View>
            <StatusTag text={REFERRAL_STATUS_LABELS[status]} tone={REFERRAL_TONES[status]} />
          </View>
          <View className="t-note ink-2 tabular">{[friend.phoneMasked, projectName].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      {contact ? null : <View className="referral-detail__hold">待好友同意，暂不可联系</View>}
      <View className="referral-detail__facts">
        <Fact name="推荐人" text={`${referrer.name} ${referrer.phoneMasked}`} />
        {relation ? <Fact name="关系" text={relation} /> : null}
        {note ? <Fact name="备注" text={note} /> : null}
        {protection ? <Fact name="保护期" text={protection.replace(/^保护期/, '')} /> : null}
        {dealAmount === null ? null : <Fact name="成交金额" text={`${formatYuan(dealAmount)}（${formatWan(dealAmount)}）`} />}
      </View>
    </Card>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <View className="referral-detail__fact">
      <View className="referral-detail__name ink-2">{name}</View>
      <View className="grow tabular">{text}</View>
    </View>
  );
}
