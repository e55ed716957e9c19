import { beijingDate } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { now } from '@/platform/clock';
import type { PlanContent } from '../_lib/plan-content';
import { faultOfWindows, type Span, sayClosure, sayDate, sayWindows } from '../_lib/plan-words';
import { WindowsField } from './windows-field';

interface Props {
  content: PlanContent;
  mayEdit: boolean;
  onChange: (part: Pick<PlanContent, 'openDays'> | Pick<PlanContent, 'closures'>) => void;
}

type Adding = 'open' | 'closed';

/** Days that are not like their weekday: open for once, or closed. */
export function SpecialDays({ content: { openDays, closures, lengthMinutes }, mayEdit, onChange }: Props) {
  const [adding, setAdding] = useState<Adding | null>(null);
  const row = (key: string, said: string, note: string, remove: () => void) => (
    <View key={key} className="special-days__row">
      <View className="grow">
        <View className="tabular">{said}</View>
        {note ? <View className="t-note ink-2">{note}</View> : null}
      </View>
      {mayEdit ? <Button text="删除" kind="quiet" onTap={remove} /> : null}
    </View>
  );
  return (
    <>
      <Section title="特别开放" note="不按每周的时间，只在这一天">
        {openDays.length > 0 ? (
          <Card flush>
            {openDays.map((day) =>
              row(day.date, `${sayDate(day.date)} ${sayWindows(day.windows)}`, day.note, () =>
                onChange({ openDays: openDays.filter((other) => other !== day) }),
              ),
            )}
          </Card>
        ) : null}
        {mayEdit ? <Button text="加一个开放日" icon="plus" kind="quiet" onTap={() => setAdding('open')} /> : null}
      </Section>
      <Section title="暂停开放" note="已约好的不会自动取消，请与客户联系">
        {closures.length > 0 ? (
          <Card flush>
            {closures.map((closure) =>
              row(`${closure.from}${closure.to}`, sayClosure(closure), closure.note, () =>
                onChange({ closures: closures.filter((other) => other !== closure) }),
              ),
            )}
          </Card>
        ) : null}
        {mayEdit ? <Button text="加一段暂停" icon="plus" kind="quiet" onTap={() => setAdding('closed')} /> : null}
      </Section>
      <DaySheet
        kind={adding}
        lengthMinutes={lengthMinutes}
        onSave={(day) => {
          if (adding === 'open') {
            const rest = openDays.filter(({ date }) => date !== day.from);
            const added = { date: day.from, windows: day.windows, note: day.note };
            onChange({ openDays: [...rest, added].sort((a, b) => a.date.localeCompare(b.date)) });
          } else
            onChange({
              closures: [...closures, { from: day.from, to: day.to, note: day.note }].sort((a, b) => a.from.localeCompare(b.from)),
            });
          setAdding(null);
        }}
        onClose={() => setAdding(null)}
      />
    </>
  );
}

interface SheetProps {
  kind: Adding | null;
  lengthMinutes: number;
  onSave: (day: { from: string; to: string; windows: Span[]; note: string }) => void;
  onClose: () => void;
}

const USUAL: Span[] = [{ from: '09:00', to: '17:00' }];

function DaySheet({ kind, lengthMinutes, onSave, onClose }: SheetProps) {
  const today = beijingDate(now());
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [windows, setWindows] = useState<Span[]>(USUAL);
  const [note, setNote] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins anew
  useEffect(() => {
    if (!kind) return;
    setFrom(today);
    setTo(today);
    setWindows(USUAL);
    setNote('');
  }, [kind]);
  const opens = kind === 'open';
  const sound = opens ? windows.length > 0 && faultOfWindows(windows, lengthMinutes) === null : to >= from;
  const save = () => sound && onSave({ from, to: opens ? from : to, windows, note: note.trim() });
  const date = (label: string, value: string, change: (next: string) => void) => (
    <Picker mode="date" value={value} start={today} onChange={({ detail }) => change(detail.value)}>
      <View className="special-days__date tabular" {...({ ariaLabel: `${label} ${sayDate(value)}` } as object)}>
        <Icon name="calendar" size={1} />
        {`${label} ${sayDate(value)}`}
      </View>
    </Picker>
  );
  return (
    <Sheet
      open={kind !== null}
      title={opens ? '特别开放' : '暂停开放'}
      onClose={onClose}
      foot={<Button text="放进草稿" block disabled={!sound} onTap={save} />}
    >
      <Field label={opens ? '哪一天' : '从哪天到哪天'} error={sound || opens ? null : '结束日期不能早于开始日期'}>
        {date(opens ? '日期' : '从', from, (next) => {
          setFrom(next);
          if (next > to) setTo(next);
        })}
        {opens ? null : date('到', to, setTo)}
      </Field>
      {opens ? (
        <Field label="开放时间">
          <WindowsField windows={windows} lengthMinutes={lengthMinutes} onChange={setWindows} />
        </Field>
      ) : null}
      <TextField
        label="说明"
        name="note"
        value={note}
        maxLength={40}
        optional
        placeholder={opens ? '1号楼工地开放日' : '样板间维护，客户会看到'}
        onChange={setNote}
      />
    </Sheet>
  );
}
