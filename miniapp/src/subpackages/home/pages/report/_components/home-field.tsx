import type { HomeView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import './home-field.scss';

interface Props {
  homes: readonly HomeView[];
  chosen: HomeView | null;
  error?: string;
  onChange: (unitId: string) => void;
}

/** Which home: one line for whoever has one, a choice for whoever has more. */
export function HomeField({ homes, chosen, error, onChange }: Props) {
  if (homes.length === 1 && chosen)
    return (
      <View className="home-field">
        <Icon name="home" className="ink-accent" />
        <View className="grow">{chosen.label}</View>
      </View>
    );
  return (
    <Field label="哪套房屋" error={error}>
      <ChipGroup
        chips={homes.map(({ unitId, label }) => ({ value: unitId, label }))}
        chosen={chosen ? [chosen.unitId] : []}
        onChange={([unitId]) => unitId && onChange(unitId)}
      />
    </Field>
  );
}
