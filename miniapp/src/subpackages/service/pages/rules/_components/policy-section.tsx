import type { ServicePolicy } from '@guihu/shared';
import { View } from '@tarojs/components';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { NumberGroups } from '@/components/number-groups/number-groups';
import { Section } from '@/components/section/section';
import { HOURS_WORDS, POLICY_GROUPS } from '../_lib/policy-words';

interface Props {
  settings: ServicePolicy;
  /** What is in force. */
  current: ServicePolicy;
  mayEdit: boolean;
  onChange: (settings: ServicePolicy) => void;
}

/** The numbers of the service promise, in words; a tap on a group changes them. */
export function PolicySection({ settings, current, mayEdit, onChange }: Props) {
  return (
    <Section title="服务时限" note="发布后只管新工单，已在办的按受理时的时限">
      <NumberGroups
        groups={POLICY_GROUPS}
        values={settings}
        current={current}
        mayEdit={mayEdit}
        onChange={(numbers) => onChange({ ...settings, ...numbers })}
      />
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
    </Section>
  );
}
