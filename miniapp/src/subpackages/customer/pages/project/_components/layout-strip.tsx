import type { LayoutView } from '@guihu/shared';
import { ScrollView, View } from '@tarojs/components';
import { LayoutCard } from './layout-card';
import './layout-strip.scss';

interface Props {
  layouts: readonly LayoutView[];
  /** Of the window, px. */
  width: number;
  wide: boolean;
  onOpen: (layout: LayoutView) => void;
}

/** The next card looks in from the right, so that a thumb knows there is more. */
const PEEK = 28;
const GAP = 12;
const PAGE_SIDE = 16;
/** Three beside each other in the widest page. */
const WIDE_CARD = 336;

/** Layouts beside each other: swiped through on a phone, in columns on a desk. */
export function LayoutStrip({ layouts, width, wide, onOpen }: Props) {
  const single = layouts.length === 1;
  const card = wide ? WIDE_CARD : Math.min(width - PAGE_SIDE * 2 - (single ? 0 : PEEK + GAP), 420);
  const cards = layouts.map((layout) => <LayoutCard key={layout.id} layout={layout} width={card} onOpen={() => onOpen(layout)} />);
  if (wide) return <View className="layout-columns">{cards}</View>;
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="layout-strip">
      <View className="layout-strip__row">{cards}</View>
    </ScrollView>
  );
}
