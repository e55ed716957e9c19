import type { StaffReferral, VerdictView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { go } from '@/platform/navigation';
import type { Resource } from '@/platform/use-resource';
import { mayContact } from '../../_lib/referral-words';
import { conclusionOf } from '../../_lib/verdict-words';

interface Props {
  referral: Pick<StaffReferral, 'id' | 'status' | 'appealed'>;
  verdict: Resource<VerdictView>;
}

/** What was decided, and the way to why. */
export function VerdictSummary({ referral, verdict }: Props) {
  const { data, failure } = verdict;
  if (!mayContact(referral))
    return (
      <Section title="判客">
        <Card>好友同意后才判断归属</Card>
      </Section>
    );
  if (!data)
    return failure ? (
      <Section title="判客">
        <Card>{failure.kind === 'missing' ? '还没有可判的主张' : failure.sentence}</Card>
      </Section>
    ) : null;
  const { conclusion } = conclusionOf(data);
  return (
    <Section title="判客">
      <Card>
        {referral.appealed || data.appeal?.status === 'open' ? <StatusTag text="申诉待复核" tone="late" icon="message" /> : null}
        <View className="referral-detail__conclusion">{conclusion}</View>
        <View className="t-note ink-2">{`${data.claims.length} 方主张，${data.facts.length} 条记录`}</View>
        <View className="referral-detail__more">
          <Button text="看证据和逐条判断" kind="plain" onTap={() => go('verdict', { referralId: referral.id })} />
        </View>
      </Card>
    </Section>
  );
}
