import { View } from '@tarojs/components';

interface Row {
  id: string;
  name: string;
  now: number;
  draft: number;
  note?: string;
}

interface Props {
  /** What the bars show, for those who hear it. */
  said: string;
  unit: string;
  rows: readonly Row[];
  /** What a full bar is; the longest one when left out. */
  whole?: number;
}

/** How it is and how it would be, one pair of bars for each; the numbers stand beside them. */
export function CompareBars({ said, unit, rows, whole }: Props) {
  const most = whole ?? Math.max(1, ...rows.flatMap(({ now, draft }) => [now, draft]));
  const bar = (kind: 'now' | 'draft', label: string, value: number) => (
    <View className="compare-bars__line">
      <View className="compare-bars__label t-small ink-2">{label}</View>
      <View className="compare-bars__track">
        <View className={`compare-bars__bar compare-bars__bar--${kind}`} style={{ width: `${Math.min(100, (value / most) * 100)}%` }} />
      </View>
      <View className="compare-bars__value t-note tabular">{`${value} ${unit}`}</View>
    </View>
  );
  return (
    <View className="compare-bars" {...({ ariaLabel: said } as object)}>
      {rows.map(({ id, name, now, draft, note }) => (
        <View key={id} className="compare-bars__row">
          <View className="row row--between">
            <View className="one-line">{name}</View>
            {note ? <View className="t-note ink-2">{note}</View> : null}
          </View>
          {bar('now', '现在', now)}
          {bar('draft', '草稿', draft)}
        </View>
      ))}
    </View>
  );
}
