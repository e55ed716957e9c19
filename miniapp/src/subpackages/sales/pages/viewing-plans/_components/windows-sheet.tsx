import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import type { PlanContent } from '../_lib/plan-content';
import { faultOfWindows, type Span, WEEKDAYS } from '../_lib/plan-words';
import { WindowsField } from './windows-field';

interface Props {
  /** The weekday tapped; null keeps the sheet closed. */
  day: string | null;
  week: PlanContent['week'];
  lengthMinutes: number;
  onSave: (week: PlanContent['week']) => void;
  onClose: () => void;
}

/** When it is open on one weekday, and on others that are alike. */
export function WindowsSheet({ day, week, lengthMinutes, onSave, onClose }: Props) {
  const [windows, setWindows] = useState<Span[]>([]);
  const [days, setDays] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day begins with its own times
  useEffect(() => {
    if (day === null) return;
    setWindows([...(week[day] ?? [])]);
    setDays([day]);
  }, [day]);
  const sound = faultOfWindows(windows, lengthMinutes) === null && days.length > 0;
  const save = () => sound && onSave({ ...week, ...Object.fromEntries(days.map((each) => [each, windows])) });
  return (
    <Sheet
      open={day !== null}
      title={`${WEEKDAYS.find(({ key }) => key === day)?.name ?? ''}的开放时间`}
      onClose={onClose}
      foot={<Button text="放进草稿" block disabled={!sound} onTap={save} />}
    >
      <Field label="开放时间">
        <WindowsField windows={windows} lengthMinutes={lengthMinutes} onChange={setWindows} />
      </Field>
      <View className="windows-sheet__days">
        <Field label="也用在" hint="点选的日子都改成上面的时间">
          <ChipGroup chips={WEEKDAYS.map(({ key, name }) => ({ value: key, label: name }))} chosen={days} multiple onChange={setDays} />
        </Field>
      </View>
    </Sheet>
  );
}
