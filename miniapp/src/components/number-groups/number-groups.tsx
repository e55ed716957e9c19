import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button/button';
import { CellGroup } from '../cell/cell';
import { TextField } from '../field/text-field';
import { Sheet } from '../sheet/sheet';
import { type NumberGroup, numberOf, sayNumber } from './number-words';
import './number-groups.scss';

interface Props<K extends string> {
  groups: readonly NumberGroup<K>[];
  values: Readonly<Record<K, number>>;
  /** What is in force. */
  current: Readonly<Record<K, number>>;
  mayEdit: boolean;
  onChange: (numbers: Partial<Record<K, number>>) => void;
}

/** Numbers in words, group by group, and how they differ from what is in force; a tap on a group changes them. */
export function NumberGroups<K extends string>({ groups, values, current, mayEdit, onChange }: Props<K>) {
  const [open, setOpen] = useState<NumberGroup<K> | null>(null);
  return (
    <>
      {groups.map((group) => (
        <View key={group.title} className="number-group">
          <View className="row row--between">
            <View className="number-group__title">{group.title}</View>
            {mayEdit ? <Button text="修改" kind="quiet" onTap={() => setOpen(group)} /> : null}
          </View>
          <CellGroup>
            {group.fields.map(({ key, label, unit }) => {
              const changed = values[key] !== current[key];
              return (
                <View key={key} className="number-group__field">
                  <View className="grow">{label}</View>
                  <View className={`tabular ${changed ? 'number-group__changed' : 'ink-2'}`}>
                    {changed ? `${sayNumber(current[key], unit)} → ${sayNumber(values[key], unit)}` : sayNumber(values[key], unit)}
                  </View>
                </View>
              );
            })}
          </CellGroup>
        </View>
      ))}
      <NumbersSheet
        group={open}
        values={values}
        onSave={(numbers) => {
          onChange(numbers);
          setOpen(null);
        }}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

interface SheetProps<K extends string> {
  group: NumberGroup<K> | null;
  values: Readonly<Record<K, number>>;
  onSave: (numbers: Partial<Record<K, number>>) => void;
  onClose: () => void;
}

function NumbersSheet<K extends string>({ group, values, onSave, onClose }: SheetProps<K>) {
  const [typed, setTyped] = useState<Partial<Record<K, string>>>({});
  const close = () => {
    setTyped({});
    onClose();
  };
  const fields = group?.fields ?? [];
  const textOf = (key: K) => typed[key] ?? String(values[key]);
  const sound = fields.every(({ key }) => numberOf(textOf(key)) !== null);
  const save = () => {
    if (!sound) return;
    onSave(Object.fromEntries(fields.map(({ key }) => [key, numberOf(textOf(key))])) as Partial<Record<K, number>>);
    setTyped({});
  };
  return (
    <Sheet
      open={group !== null}
      title={group?.title ?? ''}
      onClose={close}
      foot={<Button text="放进草稿" block disabled={!sound} onTap={save} />}
    >
      {fields.map(({ key, label, unit }) => {
        const number = numberOf(textOf(key));
        return (
          <TextField
            key={key}
            label={label}
            name={key}
            keyboard="number"
            value={textOf(key)}
            maxLength={6}
            end={<View className="ink-2">{unit}</View>}
            hint={number === null ? undefined : unit === '分钟' && number >= 60 ? `也就是 ${sayNumber(number, unit)}` : undefined}
            error={number === null ? '请填写整数' : null}
            onChange={(text) => setTyped((before) => ({ ...before, [key]: text }))}
          />
        );
      })}
    </Sheet>
  );
}
