import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './chip-group.scss';

export interface Chip {
  value: string;
  label: string;
}

interface Props {
  chips: readonly Chip[];
  /** Values that are on. */
  chosen: readonly string[];
  /** Several at once; otherwise a new one takes the old one's place and a second tap lets it go. */
  multiple?: boolean;
  onChange: (chosen: string[]) => void;
}

/** What is on after a tap on `value`. */
export function afterTap(chosen: readonly string[], value: string, multiple: boolean): string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  return multiple ? [...chosen, value] : [value];
}

/** The entries of a dictionary as chips. */
export const chipsOf = (dictionary: Readonly<Record<string, string>>): Chip[] =>
  Object.entries(dictionary).map(([value, label]) => ({ value, label }));

export function ChipGroup({ chips, chosen, multiple = false, onChange }: Props) {
  return (
    <View className="chip-group">
      {chips.map(({ value, label }) => {
        const on = chosen.includes(value);
        return (
          <Tap
            key={value}
            className={`chip ${on ? 'chip--on' : ''}`}
            pressed={on}
            onTap={() => onChange(afterTap(chosen, value, multiple))}
          >
            {on ? <Icon name="check" size={1} /> : null}
            <View>{label}</View>
          </Tap>
        );
      })}
    </View>
  );
}
