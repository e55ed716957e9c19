import type { DispatchRule } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { type RuleNames, sayWhen, sayWhom } from '../_lib/rule-words';

interface Props {
  rule: DispatchRule;
  /** From 1. */
  place: number;
  last: boolean;
  names: RuleNames;
  mayEdit: boolean;
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One rule as a sentence; the first that fits decides, so that its place matters. */
export function RuleCard({ rule, place, last, names, mayEdit, onEdit, onMove, onRemove }: Props) {
  return (
    <View className="rule-card">
      <View className="rule-card__number tabular">{place}</View>
      <View className="grow">
        <View className="rule-card__name">{rule.name || '未命名的规则'}</View>
        <View>{sayWhen(rule, names)}</View>
        <View className="ink-2">{sayWhom(rule, names)}</View>
        {mayEdit ? (
          <View className="rule-card__verbs">
            <Button text="修改" kind="quiet" onTap={onEdit} />
            {place > 1 ? <Button text="上移" kind="quiet" onTap={() => onMove(-1)} /> : null}
            {last ? null : <Button text="下移" kind="quiet" onTap={() => onMove(1)} />}
            <Button text="删除" kind="quiet" onTap={onRemove} />
          </View>
        ) : null}
      </View>
    </View>
  );
}
