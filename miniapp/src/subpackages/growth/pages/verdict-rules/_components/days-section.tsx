import type { VerdictSettings } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { NumberBox } from '../../../_components/number-box/number-box';
import { SwitchRow } from '../../../_components/switch-row/switch-row';
import { NUMBER_RULES } from '../../../_lib/verdict-rule-words';

export interface SettingsProps {
  settings: VerdictSettings;
  /** What is in force. */
  current: VerdictSettings;
  mayEdit: boolean;
  onChange: (part: Partial<VerdictSettings>) => void;
}

/** How long each kind of record holds; each may be switched off. */
export function DaysSection({ settings, current, mayEdit, onChange }: SettingsProps) {
  return (
    <Section title="期限" note="关掉一条，就不再按它判断">
      <Card flush>
        {NUMBER_RULES.map(({ key, label, says, off, usual }) => {
          const days = settings[key];
          return (
            <SwitchRow
              key={key}
              title={days !== null && !mayEdit ? `${label} ${days} 天` : label}
              says={days === null ? off : says(days)}
              on={days !== null}
              mayEdit={mayEdit}
              changed={settings[key] !== current[key]}
              onChange={(on) => onChange({ [key]: on ? (current[key] ?? usual) : null })}
            >
              {days !== null && mayEdit ? (
                <NumberBox label={label} name={key} value={days} unit="天" most={365} onChange={(next) => onChange({ [key]: next })} />
              ) : null}
            </SwitchRow>
          );
        })}
      </Card>
    </Section>
  );
}
