import { REWARD_STATUS_LABELS, type StaffReward, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { go } from '@/platform/navigation';
import { REWARD_TONES, sayWorth } from '../../../_lib/reward-words';

interface Props {
  rewards: readonly StaffReward[];
  now: number;
}

/** Rewards on a phone: whose, how much, why. */
export function RewardRows({ rewards, now }: Props) {
  return (
    <Card flush>
      {rewards.map((reward) => (
        <Tap
          key={reward.id}
          className="reward-row"
          label={`${reward.person.name}，${sayWorth(reward)}，${REWARD_STATUS_LABELS[reward.status]}`}
          onTap={() => go('reward', { id: reward.id })}
        >
          <View className="row row--between row--wrap">
            <View className="reward-row__worth tabular">{sayWorth(reward)}</View>
            <StatusTag text={REWARD_STATUS_LABELS[reward.status]} tone={REWARD_TONES[reward.status]} />
          </View>
          <View>{reward.person.name}</View>
          <View className="t-note ink-2">{[reward.ruleName, sayTime(Date.parse(reward.createdAt), now)].join(' · ')}</View>
        </Tap>
      ))}
    </Card>
  );
}
