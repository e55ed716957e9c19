import { ScrollView, View } from '@tarojs/components';
import { Tap } from '../tap/tap';
import './segments.scss';

export interface Segment {
  value: string;
  label: string;
  /** Shown beside the label when there is something to count. */
  count?: number;
}

interface Props {
  items: readonly Segment[];
  chosen: string;
  onChange: (value: string) => void;
}

/** Views of one list beside one another; exactly one is on. Scrolls sideways where large type leaves no room. */
export function Segments({ items, chosen, onChange }: Props) {
  return (
    <ScrollView scrollX className="segments">
      <View className="segments__row">
        {items.map(({ value, label, count }) => (
          <Tap
            key={value}
            className={`segments__item ${value === chosen ? 'segments__item--on' : ''}`}
            pressed={value === chosen}
            onTap={() => value !== chosen && onChange(value)}
          >
            {label}
            {count ? <View className="segments__count t-small tabular">{count}</View> : null}
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}
