import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Icon } from '@/components/icon/icon';
import { MoneyText } from '@/components/money-text/money-text';
import { Tap } from '@/components/tap/tap';
import { MOST_PARTS, NEW_PART, type PartDraft, totalFen } from '../_lib/finish-form';
import './parts-field.scss';

interface Props {
  parts: readonly PartDraft[];
  error?: string;
  onChange: (parts: PartDraft[]) => void;
}

/** Parts that were used, and what the owner pays for them. */
export function PartsField({ parts, error, onChange }: Props) {
  const change = (at: number, part: Partial<PartDraft>) => onChange(parts.map((old, place) => (place === at ? { ...old, ...part } : old)));
  const total = totalFen(parts);
  return (
    <Field label="用了哪些配件" optional hint="质保内不收费的，单价不用填" error={error}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name while they are typed
        <View key={at} className="parts-field__row">
          <View className="parts-field__name">
            <TextField label="名称" name={`part-${at}`} value={part.name} maxLength={40} onChange={(name) => change(at, { name })} />
          </View>
          <View className="parts-field__number">
            <TextField
              label="数量"
              keyboard="number"
              value={part.quantity}
              maxLength={3}
              onChange={(quantity) => change(at, { quantity })}
            />
          </View>
          <View className="parts-field__number">
            <TextField label="单价（元）" keyboard="number" value={part.yuan} maxLength={9} onChange={(yuan) => change(at, { yuan })} />
          </View>
          <Tap
            className="parts-field__remove"
            label={`删除第 ${at + 1} 项配件`}
            onTap={() => onChange(parts.filter((_, place) => place !== at))}
          >
            <Icon name="close" />
          </Tap>
        </View>
      ))}
      <View className="row row--between">
        {parts.length < MOST_PARTS ? (
          <Button text="加一项配件" icon="plus" kind="quiet" onTap={() => onChange([...parts, NEW_PART])} />
        ) : (
          <View />
        )}
        {total > 0 ? (
          <View>
            {'合计 '}
            <MoneyText fen={total} />
          </View>
        ) : null}
      </View>
    </Field>
  );
}
