import { type StaffLeadDetail, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { go } from '@/platform/navigation';
import { may, useSession } from '@/session';

interface Props {
  leadId: string;
  items: StaffLeadDetail['touches'];
  now: number;
}

/** Where they came from: the first source stays what it was, later ones are added. */
export function TouchesSection({ leadId, items, now }: Props) {
  const { me } = useSession();
  const judged = may(me, 'referral.read') ? <Button text="归属怎么判的" kind="quiet" onTap={() => go('verdict', { leadId })} /> : null;
  return (
    <Section title="来源" aside={judged}>
      <Card flush className="lead-detail__rows">
        {items.map((touch) => (
          <View key={`${touch.at}-${touch.channelName}`} className="lead-detail__row">
            <View className="row row--between">
              <View>{touch.channelName}</View>
              {touch.first ? <StatusTag text="首次来源" tone="accent" icon="check" /> : null}
            </View>
            <View className="t-note ink-2">{[touch.rootName, sayTime(Date.parse(touch.at), now), touch.by].join(' · ')}</View>
            {touch.note ? <View className="t-note ink-2">{touch.note}</View> : null}
          </View>
        ))}
      </Card>
    </Section>
  );
}
