import { type StaffViewingDetail, sayTime, VIEWING_KIND_LABELS, VIEWING_STATUS_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Avatar } from '@/components/person-card/avatar';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { levelOf, partyOf, spanOf, visitUrgencyAt } from '@/components/viewing-row/viewing-words';
import { WhySheet } from '@/components/why-sheet/why-sheet';
import { may, useSession } from '@/session';
import type { ViewingPage } from '../../_hooks/use-viewing-page';
import { tellHost } from '../../_lib/host-words';

interface Props {
  page: ViewingPage;
  data: StaffViewingDetail;
  now: number;
}

/** Who comes, when, how to reach them, and who receives them. */
export function VisitorCard({ page, data, now }: Props) {
  const { me } = useSession();
  const [explaining, setExplaining] = useState(false);
  const { customer, host, hostChoice, status, startsAt } = data;
  const urgency = visitUrgencyAt(data, now);
  const level = levelOf(customer.level);
  const told = tellHost(hostChoice);
  const mine = host !== null && host.id === me?.staffId;
  const who = mine ? '你来接待' : host ? `${host.name} 接待` : '还没有人接待';
  const title = mine ? '为什么是你' : host ? `为什么是${host.name}` : '为什么还没有人';
  return (
    <Card>
      <View className="visitor-card__head">
        <Avatar name={customer.name} large />
        <View className="grow">
          <View className="visitor-card__name t-title">{customer.name}</View>
          <View className="t-note ink-2">{[VIEWING_KIND_LABELS[data.kind], partyOf(data.partySize)].filter(Boolean).join(' · ')}</View>
        </View>
        {level ? <View className="visitor-card__level t-note">{level}</View> : null}
      </View>
      <View className="visitor-card__when">
        <View className="t-section tabular">{`${sayTime(Date.parse(startsAt), now).replace(/ \S+$/, '')} ${spanOf(data)}`}</View>
        <View className="row row--wrap">
          <StatusTag text={urgency.text} tone={urgency.tone} />
          {urgency.text.includes(VIEWING_STATUS_LABELS[status]) ? null : (
            <View className="t-note ink-2">{VIEWING_STATUS_LABELS[status]}</View>
          )}
        </View>
      </View>
      <PhoneLine
        masked={customer.phoneMasked}
        phone={page.phone}
        allowed
        mayReveal={data.leadOpen && may(me, 'lead.reveal-phone')}
        onReveal={page.reveal}
        onCall={page.call}
      />
      <View className="visitor-card__host">
        <View className="grow">
          <View>{who}</View>
          <View className="t-note ink-2">{told.short}</View>
        </View>
        <Tap className="visitor-card__link t-note" label={title} onTap={() => setExplaining(true)}>
          为什么
        </Tap>
      </View>
      {data.note ? <View className="visitor-card__note">{`客户留言：${data.note}`}</View> : null}
      <View className="visitor-card__foot t-note ink-3">{`${data.projectName} · ${data.number}`}</View>
      <WhySheet
        open={explaining}
        title={title}
        sentences={told.sentences}
        candidates={told.candidates}
        onClose={() => setExplaining(false)}
      />
    </Card>
  );
}
