import type { LayoutView } from '@guihu/shared';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { LayoutPlan } from '@/components/layout-plan/layout-plan';
import { Sheet } from '@/components/sheet/sheet';
import { layoutLine, roomFloor, roomSize, unitsLeftWords } from '../_lib/layout-words';
import './layout-sheet.scss';

interface Props {
  /** Stays the last one while the sheet goes down. */
  layout: LayoutView | null;
  open: boolean;
  /** px the plan fits into. */
  width: number;
  onClose: () => void;
  onAsk: (layout: LayoutView) => void;
}

const CLOSER = 1.9;

/** One layout to look at closely: the plan, larger on request, and every room in figures. */
export function LayoutSheet({ layout, open, width, onClose, onAsk }: Props) {
  const [closer, setCloser] = useState(false);
  if (!layout) return null;
  const close = () => {
    setCloser(false);
    onClose();
  };
  return (
    <Sheet
      open={open}
      title={`${layout.code} 户型 · ${layout.title}`}
      onClose={close}
      foot={<Button block text={`咨询 ${layout.code} 户型`} onTap={() => onAsk(layout)} />}
    >
      <View className="layout-sheet">
        <View className="row row--between">
          <View className="grow t-note ink-2 tabular">{`${layoutLine(layout)} · ${unitsLeftWords(layout.unitsLeft)}`}</View>
          <Button kind="quiet" icon={closer ? undefined : 'search'} text={closer ? '还原大小' : '放大'} onTap={() => setCloser(!closer)} />
        </View>
        <ScrollView scrollX className="layout-sheet__plan">
          <LayoutPlan layout={layout} width={closer ? Math.round(width * CLOSER) : width} />
        </ScrollView>
        {closer ? <View className="t-note ink-2 layout-sheet__hint">左右滑动，看清每一间的尺寸</View> : null}
        <View className="layout-sheet__rooms">
          {layout.rooms.map((room) => (
            <View key={`${room.name}:${room.x}:${room.y}`} className="layout-sheet__room t-body tabular">
              <View className="grow">{room.name}</View>
              <View className="ink-2">{roomSize(room)}</View>
              <View className="layout-sheet__floor">{roomFloor(room)}</View>
            </View>
          ))}
        </View>
        <View className="t-note ink-2">房间尺寸为轴线尺寸，仅供参考，以合同约定为准</View>
      </View>
    </Sheet>
  );
}
