import { View } from '@tarojs/components';
import './skeleton.scss';

interface Props {
  /** How many cards to expect. */
  cards?: number;
  /** Lines of text in each. */
  lines?: number;
  /** Height in px of the picture on top of each; none when 0. */
  picture?: number;
}

/** The shape of what is coming, so that nothing jumps when it comes. */
export function Skeleton({ cards = 3, lines = 2, picture = 0 }: Props) {
  return (
    <View className="skeleton" {...({ ariaLabel: '正在加载' } as object)}>
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but places
        <View key={card} className="skeleton__card">
          {picture > 0 ? <View className="skeleton__picture" style={{ height: `${picture}px` }} /> : null}
          <View className="skeleton__lines">
            {Array.from({ length: lines }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing but places
              <View key={line} className="skeleton__line" style={{ width: line === 0 ? '58%' : line === lines - 1 ? '76%' : '92%' }} />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
