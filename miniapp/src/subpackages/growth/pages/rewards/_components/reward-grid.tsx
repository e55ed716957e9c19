import { REWARD_FORMS, type StaffReward, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { CheckMark } from '@/components/check-mark/check-mark';
import { Tap } from '@/components/tap/tap';
import { go } from '@/platform/navigation';
import { sayWorth, shortWhy } from '../../../_lib/reward-words';

interface Props {
  rewards: readonly StaffReward[];
  chosen: ReadonlySet<string>;
  /** Whether anything can be done with several at once. */
  choosing: boolean;
  now: number;
  onChoose: (chosen: Set<string>) => void;
}

/** Rewards on a desk: a table to work down, with those ticked that are dealt with together. */
export function RewardGrid({ rewards, chosen, choosing, now, onChoose }: Props) {
  const all = rewards.length > 0 && rewards.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <Card flush>
      <View className={`reward-grid ${choosing ? 'reward-grid--choosing' : ''}`} {...({ role: 'table' } as object)}>
        <View className="reward-grid__row reward-grid__row--head t-note" {...({ role: 'row' } as object)}>
          {choosing ? (
            <Tap
              label={all ? '全部取消' : '全部选中'}
              pressed={all}
              onTap={() => onChoose(new Set(all ? [] : rewards.map(({ id }) => id)))}
            >
              <View className="reward-grid__tick">
                <CheckMark on={all} />
              </View>
            </Tap>
          ) : null}
          {['受奖人', '形式', '数额', '规则和原因', '产生', '挂账到'].map((head) => (
            <View key={head} className={head === '数额' ? 'reward-grid__worth' : ''}>
              {head}
            </View>
          ))}
        </View>
        {rewards.map((reward) => (
          <View
            key={reward.id}
            className={`reward-grid__row ${chosen.has(reward.id) ? 'reward-grid__row--on' : ''}`}
            {...({ role: 'row' } as object)}
          >
            {choosing ? (
              <Tap label={`选${reward.person.name}`} pressed={chosen.has(reward.id)} onTap={() => toggle(reward.id)}>
                <View className="reward-grid__tick">
                  <CheckMark on={chosen.has(reward.id)} />
                </View>
              </Tap>
            ) : null}
            <Tap label={`打开${reward.person.name}的奖励`} onTap={() => go('reward', { id: reward.id })}>
              <View className="reward-grid__name">{reward.person.name}</View>
              <View className="t-note ink-2 tabular">
                {reward.realName.state === 'missing' ? `${reward.person.phoneMasked} 未实名` : reward.person.phoneMasked}
              </View>
            </Tap>
            <View>{REWARD_FORMS[reward.form]}</View>
            <View className="reward-grid__worth tabular">{sayWorth(reward).replace('物业费减免 ', '')}</View>
            <View>
              <View>{reward.ruleName}</View>
              <View className="t-note ink-2">{shortWhy(reward.why)}</View>
            </View>
            <View className="t-note ink-2 tabular">{sayTime(Date.parse(reward.createdAt), now)}</View>
            <View className="t-note ink-2 tabular">{reward.heldUntil ? sayTime(Date.parse(reward.heldUntil), now) : '—'}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}
