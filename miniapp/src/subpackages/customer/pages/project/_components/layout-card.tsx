import type { LayoutView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { LayoutPlan } from '@/components/layout-plan/layout-plan';
import { MoneyText } from '@/components/money-text/money-text';
import { layoutLine, unitsLeftWords } from '../_lib/layout-words';

interface Props {
  layout: LayoutView;
  /** px. */
  width: number;
  onOpen: () => void;
}

const INSET = 18;

/** One layout: its plan, what it is called, how large, from how much, how many are left. */
export function LayoutCard({ layout, width, onOpen }: Props) {
  const soldOut = layout.unitsLeft <= 0;
  return (
    <View style={{ width: `${width}px` }} className="layout-card__place">
      <Card flush className="layout-card" label={`放大 ${layout.code} 户型`} onTap={onOpen}>
        <View className="layout-card__plan">
          <LayoutPlan layout={layout} width={width - INSET} />
        </View>
        <View className="layout-card__words">
          <View className="t-section">{`${layout.code} 户型 · ${layout.title}`}</View>
          <View className="t-note ink-2 tabular">{layoutLine(layout)}</View>
          <View className="layout-card__foot">
            {soldOut && layout.priceFrom === null ? null : (
              <View className="t-section">
                <MoneyText fen={layout.priceFrom} short after="起" />
              </View>
            )}
            <View className={`t-note tabular ${soldOut ? 'ink-2' : 'ink-accent'}`}>{unitsLeftWords(layout.unitsLeft)}</View>
          </View>
        </View>
      </Card>
    </View>
  );
}
