import { type CatalogueItem, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Sheet } from '@/components/sheet/sheet';

interface Props {
  /** Stays the last one while the sheet goes down. */
  item: CatalogueItem | null;
  points: number | null;
  open: boolean;
  busy: boolean;
  refusal: string | null;
  onClose: () => void;
  onRedeem: (item: CatalogueItem) => void;
}

/** What it costs and what is left, before it is taken. */
export function RedeemSheet({ item, points, open, busy, refusal, onClose, onRedeem }: Props) {
  if (!item) return null;
  return (
    <Sheet
      open={open}
      title={item.title}
      onClose={onClose}
      foot={<Button block text={`用 ${sayReward('points', item.points)}兑换`} busy={busy} onTap={() => onRedeem(item)} />}
    >
      <View className="stack redeem-sheet">
        <View>{item.description}</View>
        {points === null ? null : (
          <View className="ink-2 tabular">{`您有 ${sayReward('points', points)}，兑换后剩 ${sayReward('points', Math.max(0, points - item.points))}`}</View>
        )}
        <View className="t-note ink-2">{`兑换后给您一个领取码，到${item.pickUpPlace}出示即可领取`}</View>
        {refusal ? <RefusalLine sentence={refusal} /> : null}
      </View>
    </Sheet>
  );
}
