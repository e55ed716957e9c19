import { LEAD_LEVELS, LEAD_STATUS_LABELS, type StaffLeadDetail, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { DueSheet } from '@/components/due-sheet/due-sheet';
import { calledOf, urgencyAt, wishOf } from '@/components/lead-row/lead-words';
import { Avatar } from '@/components/person-card/avatar';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { may, useSession } from '@/session';
import type { LeadPage } from '../../_hooks/use-lead-page';
import { OtherNumberLine } from './other-numbers';
import { WhyRouting } from './why-routing';
import './who-card.scss';

interface Props {
  page: LeadPage;
  data: StaffLeadDetail;
  now: number;
}

/** Who it is, how to reach them, what the clock says, and why it came here. */
export function WhoCard({ page, data, now }: Props) {
  const { me } = useSession();
  const [explaining, setExplaining] = useState(false);
  const urgency = urgencyAt(data, now);
  const mine = data.owner !== null && data.owner.id === me?.staffId;
  const promise = data.acceptByExplanation;
  const timed = data.urgency.dueAt !== null;
  return (
    <Card>
      <View className="who-card__head">
        <Avatar name={data.customer.name} large />
        <View className="grow">
          <View className="who-card__name t-title">{calledOf(data.customer)}</View>
          <View className="t-note ink-2">{wishOf(data.intent)}</View>
        </View>
        <View className="who-card__level t-note">{LEAD_LEVELS[data.level]}</View>
      </View>
      <PhoneLine
        masked={data.customer.phoneMasked}
        phone={page.phone}
        allowed={data.contactAllowed}
        mayReveal={may(me, 'lead.reveal-phone')}
        onReveal={page.reveal}
        onCall={page.call}
      />
      {data.otherNumbers.map((number) => (
        <OtherNumberLine
          key={number.id}
          leadId={data.id}
          number={number}
          allowed={data.contactAllowed}
          mayReveal={may(me, 'lead.reveal-phone')}
          after={page.lead.reload}
        />
      ))}
      <View className="who-card__clock">
        <View className="row row--wrap">
          <StatusTag text={urgency.text} tone={urgency.tone} />
          {timed ? <View className="t-note tabular ink-2">{`${sayTime(Date.parse(data.urgency.dueAt as string), now)} 前`}</View> : null}
          {urgency.text.startsWith(LEAD_STATUS_LABELS[data.status]) ? null : (
            <View className="t-note ink-2">{LEAD_STATUS_LABELS[data.status]}</View>
          )}
        </View>
        {promise ? (
          <View className="who-card__because">
            <View className="grow t-note ink-2">{promise.text}</View>
            <Tap className="who-card__link t-note" label="为什么是这个时间" onTap={() => setExplaining(true)}>
              为什么
            </Tap>
          </View>
        ) : null}
      </View>
      <WhyRouting data={data} mine={mine} now={now} />
      <View className="who-card__foot t-note ink-3">
        {[data.projectName, mine ? null : (data.owner?.name ?? '暂无负责人'), data.receiptNo].filter(Boolean).join(' · ')}
      </View>
      <DueSheet why={explaining ? promise : null} title="为什么是这个时间" now={now} onClose={() => setExplaining(false)} />
    </Card>
  );
}
