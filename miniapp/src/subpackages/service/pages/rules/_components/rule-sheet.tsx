import { type DispatchMode, type DispatchRule, ROLE_LABELS, WORK_ORDER_KIND_LABELS, WORK_SKILLS, type WorkOrderKind } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import type { RuleGround } from '../_hooks/use-rule-ground';
import { faultOfRule, trimmedRule } from '../_lib/rule-list';
import { MODE_NOTES, MODES, sayWhen, sayWhom } from '../_lib/rule-words';
import { SpanField } from './span-field';

interface Props {
  /** Null keeps the sheet closed. */
  rule: DispatchRule | null;
  ground: RuleGround;
  onSave: (rule: DispatchRule) => void;
  onClose: () => void;
}

const URGENT = [
  { value: 'yes', label: '只管紧急的' },
  { value: 'no', label: '只管不紧急的' },
];
/** Who may be given an order, as the server names them. */
const SERVING: readonly string[] = [ROLE_LABELS.engineer, ROLE_LABELS.relations, ROLE_LABELS.supervisor];

/** One rule: which orders, to whom, how. What is left open is not asked. */
export function RuleSheet({ rule, ground, onSave, onClose }: Props) {
  const [edited, setEdited] = useState<DispatchRule | null>(rule);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setTried(false);
    if (rule) setEdited(rule);
  }, [rule]);
  if (!edited) return null;
  const { when, group, mode } = edited;
  const fault = faultOfRule(edited);
  const change = (part: Partial<DispatchRule>) => setEdited({ ...edited, ...part });
  const ask = (part: Partial<DispatchRule['when']>) => change({ when: { ...when, ...part } });
  const whom = (part: Partial<DispatchRule['group']>) => change({ group: { ...group, ...part } });
  const save = () => {
    setTried(true);
    if (!fault) onSave(trimmedRule(edited));
  };
  const parts = ground.categories.flatMap(({ children }) => children).filter(({ id }) => when.categoryIds?.includes(id));
  const people = ground.colleagues.filter(({ id, role }) => SERVING.includes(role) || group.staffIds?.includes(id));
  return (
    <Sheet open={rule !== null} title={rule?.name || '新规则'} onClose={onClose} foot={<Button text="放进草稿" block onTap={save} />}>
      <View className="rule-sheet">
        <View className="rule-sheet__said">
          <View>{sayWhen(edited, ground.names)}</View>
          <View>{sayWhom(edited, ground.names)}</View>
        </View>
        {tried && fault ? <View className="rule-sheet__fault">{fault}</View> : null}
        <TextField
          label="名称"
          name="ruleName"
          value={edited.name}
          maxLength={40}
          placeholder="如：夜间紧急找值班电工"
          onChange={(name) => change({ name })}
        />
        <Field label="类型" optional>
          <ChipGroup
            chips={chipsOf(WORK_ORDER_KIND_LABELS)}
            chosen={when.kinds ?? []}
            multiple
            onChange={(kinds) => ask({ kinds: kinds as WorkOrderKind[] })}
          />
        </Field>
        <Field label="类别" optional hint="选了大类，下面的小类都算">
          <ChipGroup
            chips={[...ground.categories, ...parts].map(({ id, name }) => ({ value: id, label: name }))}
            chosen={when.categoryIds ?? []}
            multiple
            onChange={(categoryIds) => ask({ categoryIds })}
          />
        </Field>
        <Field label="楼栋" optional>
          <ChipGroup
            chips={ground.buildings.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={when.buildingIds ?? []}
            multiple
            onChange={(buildingIds) => ask({ buildingIds })}
          />
        </Field>
        <Field label="紧急" optional>
          <ChipGroup
            chips={URGENT}
            chosen={when.urgent === undefined ? [] : [when.urgent ? 'yes' : 'no']}
            onChange={([value]) => ask({ urgent: value === undefined ? undefined : value === 'yes' })}
          />
        </Field>
        <SpanField from={when.timeFrom} to={when.timeTo} onChange={(timeFrom, timeTo) => ask({ timeFrom, timeTo })} />
        <Field label="会什么" optional hint="至少会其中一项">
          <ChipGroup chips={chipsOf(WORK_SKILLS)} chosen={group.skills ?? []} multiple onChange={(skills) => whom({ skills })} />
        </Field>
        <Field label="哪些同事" optional={mode !== 'assign'} hint={mode === 'assign' ? '按点选的先后顺序派' : '不选就是本项目全部维修同事'}>
          <ChipGroup
            chips={people.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={group.staffIds ?? []}
            multiple
            onChange={(staffIds) => whom({ staffIds })}
          />
        </Field>
        <Field label="怎么派" hint={MODE_NOTES[mode]}>
          <ChipGroup chips={MODES} chosen={[mode]} onChange={([value]) => value && change({ mode: value as DispatchMode })} />
        </Field>
      </View>
    </Sheet>
  );
}
