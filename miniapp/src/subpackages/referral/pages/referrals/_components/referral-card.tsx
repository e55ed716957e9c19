import { type MyReferral, sayReward, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { nextWords, rewardTone, statusOf } from '../../../_lib/referral-words';

interface Props {
  referral: MyReferral;
  now: number;
  onOpen: () => void;
}

/** One friend: where they stand, what is on its way, what it brings. */
export function ReferralCard({ referral, now, onOpen }: Props) {
  const { text, tone } = statusOf(referral);
  const next = nextWords(referral);
  const { friendMasked, projectName, note, rewards, registeredAt } = referral;
  return (
    <Card label={`${friendMasked}，${projectName}，${text}`} onTap={onOpen}>
      <View className="row row--between">
        <View className="t-section one-line">{`${friendMasked} · ${projectName}`}</View>
        <StatusTag text={text} tone={tone} />
      </View>
      {next ? <View className="referral-card__progress">{next}</View> : null}
      {note ? <View className="t-note ink-2">{note}</View> : null}
      <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(registeredAt), now)} 登记`}</View>
      {rewards.length > 0 ? (
        <View className="referral-card__rewards">
          {rewards.map(({ form, amount, status, statusLabel }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rewards keep their order and have no other name
            <View key={at} className="row row--between row--wrap">
              <View className="tabular">{sayReward(form, amount)}</View>
              <StatusTag text={statusLabel} tone={rewardTone(status)} />
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  );
}
