import { Picker, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';

interface Props {
  /** Beijing times of day; both or none. */
  from?: string;
  to?: string;
  onChange: (from: string | undefined, to: string | undefined) => void;
}

const NIGHT = { from: '20:00', to: '08:00' };

/** A time of day from–to, over midnight too; the whole day when left out. */
export function SpanField({ from, to, onChange }: Props) {
  if (from === undefined || to === undefined)
    return (
      <Field label="时段" optional>
        <Button text="只在某个时段" kind="quiet" icon="clock" onTap={() => onChange(NIGHT.from, NIGHT.to)} />
      </Field>
    );
  const part = (label: string, value: string, change: (next: string) => void) => (
    <Picker mode="time" value={value} onChange={({ detail }) => change(detail.value)}>
      <View className="span-field__clock tabular" {...({ ariaLabel: `${label} ${value}` } as object)}>
        <Icon name="clock" size={1} />
        {`${label} ${value}`}
      </View>
    </Picker>
  );
  return (
    <Field label="时段" optional hint={from > to ? '到第二天' : undefined}>
      <View className="span-field">
        {part('从', from, (next) => onChange(next, to))}
        {part('到', to, (next) => onChange(from, next))}
        <Button text="不限时段" kind="quiet" onTap={() => onChange(undefined, undefined)} />
      </View>
    </Field>
  );
}
