import { View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';
import type { BoardFigure } from '../_lib/board-words';

interface Props {
  figures: readonly BoardFigure[];
  onOpen: (figure: BoardFigure) => void;
}

/** How many stand where; a tap opens them. */
export function BoardFigures({ figures, onOpen }: Props) {
  return (
    <View className="board__figures">
      {figures.map((figure) => (
        <Tap
          key={figure.status}
          className={`board__figure ${figure.calls ? 'board__figure--calls' : ''}`}
          label={`${figure.label} ${figure.count} 条`}
          onTap={() => onOpen(figure)}
        >
          <View className="t-figure">{figure.count}</View>
          <View className="t-note">{figure.label}</View>
        </Tap>
      ))}
    </View>
  );
}
