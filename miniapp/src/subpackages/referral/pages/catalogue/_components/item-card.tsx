import { type CatalogueItem, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { stockWords, whyNot } from '../../../_lib/reward-words';

interface Props {
  item: CatalogueItem;
  points: number | null;
  onWant: () => void;
}

export function ItemCard({ item, points, onWant }: Props) {
  const reason = whyNot(item, points);
  const few = stockWords(item);
  return (
    <Card className="item-card">
      <View className="grow">
        <View className="t-section">{item.title}</View>
        <View className="t-note ink-2">{item.description}</View>
      </View>
      <View className="item-card__foot">
        <View className="grow">
          <View className="item-card__points tabular">{sayReward('points', item.points)}</View>
          {few ? <View className="t-note ink-2 tabular">{few}</View> : null}
        </View>
        {reason ? <View className="t-note ink-2">{reason}</View> : <Button kind="plain" text="兑换" onTap={onWant} />}
      </View>
    </Card>
  );
}
