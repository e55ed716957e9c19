import { TOUR_STOPS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { CheckMark } from '@/components/check-mark/check-mark';
import { Field } from '@/components/field/field';
import { Tap } from '@/components/tap/tap';

interface Props {
  /** Keys of the stops that were made. */
  chosen: readonly string[];
  error?: string | null;
  onChange: (chosen: string[]) => void;
}

/** The tour as a checklist, in the order in which it is walked (F5). */
export function TourField({ chosen, error, onChange }: Props) {
  const stops = Object.entries(TOUR_STOPS);
  const toggle = (key: string) =>
    onChange(stops.map(([stop]) => stop).filter((stop) => (stop === key ? !chosen.includes(stop) : chosen.includes(stop))));
  return (
    <Field label="带客户看了" error={error}>
      <View className="tour-field">
        {stops.map(([key, label]) => (
          <Tap key={key} className="tour-field__stop" label={label} pressed={chosen.includes(key)} onTap={() => toggle(key)}>
            <CheckMark on={chosen.includes(key)} wrong={Boolean(error)} />
            <View>{label}</View>
          </Tap>
        ))}
      </View>
    </Field>
  );
}
