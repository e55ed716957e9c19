import type { VerdictSettings } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Section } from '@/components/section/section';
import { SwitchRow } from '../../../_components/switch-row/switch-row';
import { FIELD_WORDS, IDENTITY_RULES, PRECEDENCE, STRICTNESS } from '../../../_lib/verdict-rule-words';
import type { SettingsProps } from './days-section';

type Fields = VerdictSettings['completeFields'];

/** Which records count, who counts as one person, and who comes first when several are good. */
export function KindsSection({ settings, current, mayEdit, onChange }: SettingsProps) {
  const fields = settings.completeFields.map((field) => FIELD_WORDS[field]).join('、');
  return (
    <>
      <Section title="什么算有效记录">
        <Card flush>
          <View className="verdict-rules__field">
            <Field label="必须填全" hint={fields ? `没有填全${fields}的登记不算数` : '不要求填全，登记了就算'}>
              {mayEdit ? (
                <ChipGroup
                  chips={chipsOf(FIELD_WORDS)}
                  chosen={settings.completeFields}
                  multiple
                  onChange={(chosen) => onChange({ completeFields: chosen as Fields })}
                />
              ) : (
                <View>{fields || '不要求'}</View>
              )}
            </Field>
          </View>
          <SwitchRow
            title="只算接通的跟进"
            says={settings.connectedOnly ? '打了没接通的电话，不能延长归属' : '没接通的联系也算一次跟进'}
            on={settings.connectedOnly}
            mayEdit={mayEdit}
            changed={settings.connectedOnly !== current.connectedOnly}
            onChange={(connectedOnly) => onChange({ connectedOnly })}
          />
          <SwitchRow
            title="同户算一位客户"
            says={settings.householdAsOne ? '同一套房屋里的家人，按同一位客户判断' : '家人各算各的'}
            on={settings.householdAsOne}
            mayEdit={mayEdit}
            changed={settings.householdAsOne !== current.householdAsOne}
            onChange={(householdAsOne) => onChange({ householdAsOne })}
          />
        </Card>
      </Section>
      <Section title="特殊的推荐">
        <Card flush>
          {IDENTITY_RULES.map(({ key, label, says }) => (
            <View key={key} className="verdict-rules__field">
              <Field label={label} hint={says[settings[key]]}>
                {mayEdit ? (
                  <ChipGroup
                    chips={chipsOf(STRICTNESS)}
                    chosen={[settings[key]]}
                    onChange={([value]) => value && onChange({ [key]: value as 'refuse' | 'flag' })}
                  />
                ) : (
                  <View>{STRICTNESS[settings[key]]}</View>
                )}
              </Field>
            </View>
          ))}
        </Card>
      </Section>
      <Section title="几条都有效时">
        <Card flush>
          <View className="verdict-rules__field">
            <Field label="先后" hint={PRECEDENCE[settings.precedence].says}>
              {mayEdit ? (
                <ChipGroup
                  chips={Object.entries(PRECEDENCE).map(([value, { label }]) => ({ value, label }))}
                  chosen={[settings.precedence]}
                  onChange={([value]) => value && onChange({ precedence: value as VerdictSettings['precedence'] })}
                />
              ) : (
                <View>{PRECEDENCE[settings.precedence].label}</View>
              )}
            </Field>
          </View>
        </Card>
      </Section>
    </>
  );
}
