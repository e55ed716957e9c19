import { type MyReward, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { rewardTone } from '../_lib/referral-words';

interface Props {
  rewards: readonly (Pick<MyReward, 'form' | 'amount' | 'status' | 'statusLabel' | 'why'> & { of?: string })[];
  /** Said when there are none. */
  none: string;
}

/** What it brings, where the money is, and why it is there. */
export function RewardRows({ rewards, none }: Props) {
  if (rewards.length === 0)
    return (
      <Card>
        <View className="ink-2">{none}</View>
      </Card>
    );
  return (
    <Card>
      {rewards.map(({ form, amount, status, statusLabel, why, of }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rewards keep their order and have no other name
        <View key={at} className="reward-row">
          <View className="row row--between row--wrap">
            <View className="t-section tabular">{sayReward(form, amount)}</View>
            <StatusTag text={statusLabel} tone={rewardTone(status)} />
          </View>
          {of ? <View className="t-note">{of}</View> : null}
          <View className="t-note ink-2">{why}</View>
        </View>
      ))}
    </Card>
  );
}
