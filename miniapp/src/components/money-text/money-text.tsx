import { formatWan, formatYuan } from '@guihu/shared';
import { Text } from '@tarojs/components';
import './money-text.scss';

interface Props {
  /** Null: the project does not show prices. */
  fen: number | null;
  /** `328 万` where space is short, else `¥3,280,000`. */
  short?: boolean;
  /** `起`, `/㎡` … */
  after?: string;
}

export function MoneyText({ fen, short = false, after = '' }: Props) {
  if (fen === null) return <Text className="money-text money-text--unknown">价格待公布</Text>;
  return (
    <Text className="money-text">
      {short ? formatWan(fen) : formatYuan(fen)}
      {after ? <Text className="money-text__after">{after}</Text> : null}
    </Text>
  );
}
