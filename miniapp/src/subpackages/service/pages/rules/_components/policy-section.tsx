import type { ServicePolicy } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { CellGroup } from '@/components/cell/cell';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { changedFields, HOURS_WORDS, numberOf, POLICY_GROUPS, type PolicyGroup, type PolicyNumber, sayNumber } from '../_lib/policy-words';

interface Props {
  settings: ServicePolicy;
  /** What is in force. */
  current: ServicePolicy;
  mayEdit: boolean;
  onChange: (settings: ServicePolicy) => void;
}

/** The numbers of the service promise, in words; a tap on a group changes them. */
export function PolicySection({ settings, current, mayEdit, onChange }: Props) {
  const [open, setOpen] = useState<PolicyGroup | null>(null);
  const changed = changedFields(current, settings).map(({ key }) => key);
  return (
    <Section title="服务时限" note="发布后只管新工单，已在办的按受理时的时限">
      {POLICY_GROUPS.map((group) => (
        <View key={group.title} className="policy-group">
          <View className="row row--between">
            <View className="policy-group__title">{group.title}</View>
            {mayEdit ? <Button text="修改" kind="quiet" onTap={() => setOpen(group)} /> : null}
          </View>
          <CellGroup>
            {group.fields.map(({ key, label, unit }) => (
              <View key={key} className="policy-group__field">
                <View className="grow">{label}</View>
                <View className={`tabular ${changed.includes(key) ? 'policy-group__changed' : 'ink-2'}`}>
                  {changed.includes(key)
                    ? `${sayNumber(current[key], unit)} → ${sayNumber(settings[key], unit)}`
                    : sayNumber(settings[key], unit)}
                </View>
              </View>
            ))}
          </CellGroup>
        </View>
      ))}
      <Field label="计时方式">
        {mayEdit ? (
          <ChipGroup
            chips={chipsOf(HOURS_WORDS)}
            chosen={[settings.hours]}
            onChange={([hours]) => hours && onChange({ ...settings, hours: hours as ServicePolicy['hours'] })}
          />
        ) : (
          <View>{HOURS_WORDS[settings.hours]}</View>
        )}
      </Field>
      <NumbersSheet
        group={open}
        settings={settings}
        onSave={(numbers) => {
          onChange({ ...settings, ...numbers });
          setOpen(null);
        }}
        onClose={() => setOpen(null)}
      />
    </Section>
  );
}

interface SheetProps {
  group: PolicyGroup | null;
  settings: ServicePolicy;
  onSave: (numbers: Partial<Record<PolicyNumber, number>>) => void;
  onClose: () => void;
}

function NumbersSheet({ group, settings, onSave, onClose }: SheetProps) {
  const [typed, setTyped] = useState<Partial<Record<PolicyNumber, string>>>({});
  const close = () => {
    setTyped({});
    onClose();
  };
  const fields = group?.fields ?? [];
  const textOf = (key: PolicyNumber) => typed[key] ?? String(settings[key]);
  const sound = fields.every(({ key }) => numberOf(textOf(key)) !== null);
  const save = () => {
    if (!sound) return;
    onSave(Object.fromEntries(fields.map(({ key }) => [key, numberOf(textOf(key)) as number])));
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
