import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ClockPick } from '@/components/clock-pick/clock-pick';
import { Field } from '@/components/field/field';

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
  return (
    <Field label="时段" optional hint={from > to ? '到第二天' : undefined}>
      <View className="span-field">
        <ClockPick label="从" value={from} onChange={(next) => onChange(next, to)} />
        <ClockPick label="到" value={to} onChange={(next) => onChange(from, next)} />
        <Button text="不限时段" kind="quiet" onTap={() => onChange(undefined, undefined)} />
      </View>
    </Field>
  );
}
