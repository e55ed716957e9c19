import { type MyReferral, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { rewardTone } from '../../../_lib/referral-words';

interface Props {
  rewards: MyReferral['rewards'];
  ended: boolean;
}

/** What it brings, where the money is, and why it is there. */
export function RewardRows({ rewards, ended }: Props) {
  if (rewards.length === 0)
    return (
      <Card>
        <View className="ink-2">{ended ? '这次推荐没有产生奖励' : '好友到访、签约后，奖励会显示在这里'}</View>
      </Card>
    );
  return (
    <Card>
      {rewards.map(({ form, amount, status, statusLabel, why }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rewards keep their order and have no other name
        <View key={at} className="reward-row">
          <View className="row row--between row--wrap">
            <View className="t-section tabular">{sayReward(form, amount)}</View>
            <StatusTag text={statusLabel} tone={rewardTone(status)} />
          </View>
          <View className="t-note ink-2">{why}</View>
        </View>
      ))}
    </Card>
  );
}
