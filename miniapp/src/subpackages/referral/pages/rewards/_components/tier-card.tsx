import type { MyRewards } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { nextTierWords } from '../../../_lib/reward-words';

/** What one is as a referrer, what that is good for, and what is missing to the next. */
export function TierCard({ tier }: Pick<MyRewards, 'tier'>) {
  const next = nextTierWords({ tier });
  return (
    <Card>
      <View className="row">
        <Icon name="star" className="ink-accent" />
        <View className="t-section">{tier.title}</View>
      </View>
      {tier.privileges.length > 0 ? (
        <View className="tier-card__list">
          {tier.privileges.map((privilege) => (
            <View key={privilege} className="tier-card__line">
              <Icon name="check" size={1.1} className="tier-card__icon" />
              <View className="grow">{privilege}</View>
            </View>
          ))}
        </View>
      ) : null}
      {next ? <View className="tier-card__next t-note ink-2">{next}</View> : null}
    </Card>
  );
}
