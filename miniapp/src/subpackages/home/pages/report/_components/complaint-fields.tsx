import { type Level3, MOOD_LEVELS, SCOPE_LEVELS } from '@guihu/shared';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';

interface Props {
  scope: Level3 | null;
  mood: Level3 | null;
  onChange: (part: { scope?: Level3 | null; mood?: Level3 | null }) => void;
}

const levelOf = ([value]: string[]): Level3 | null => (value ? (Number(value) as Level3) : null);
const chosen = (level: Level3 | null): string[] => (level ? [String(level)] : []);

/** Two light questions that decide how fast somebody answers (J10); both may be left open. */
export function ComplaintFields({ scope, mood, onChange }: Props) {
  return (
    <>
      <Field label="影响范围" optional>
        <ChipGroup chips={chipsOf(SCOPE_LEVELS)} chosen={chosen(scope)} onChange={(next) => onChange({ scope: levelOf(next) })} />
      </Field>
      <Field label="您的感受" optional>
        <ChipGroup chips={chipsOf(MOOD_LEVELS)} chosen={chosen(mood)} onChange={(next) => onChange({ mood: levelOf(next) })} />
      </Field>
    </>
  );
}
