import type { RotaTurn, RotaView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { ClockPick } from '@/components/clock-pick/clock-pick';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { daysOf, type Week } from '@/components/week-switch/week';
import { isNight, sayStretch, turnOf, usualTurns } from '../_lib/rota-week';

interface Props {
  person: RotaView['people'][number] | null;
  /** Theirs, of the week that is shown. */
  turns: readonly RotaTurn[];
  week: Week;
  now: number;
  mayEdit: boolean;
  busy: boolean;
  onAdd: (turn: { from: number; to: number }) => void;
  onRemove: (turn: RotaTurn) => void;
  onClose: () => void;
}

const OWN = 'own';

/** One colleague's turns of a week in words; a turn more, or one less. */
export function TurnsSheet({ person, turns, week, now, mayEdit, busy, onAdd, onRemove, onClose }: Props) {
  const days = daysOf(week);
  const [day, setDay] = useState<number | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [own, setOwn] = useState({ from: '08:00', to: '20:00' });
  const [tried, setTried] = useState(false);
  const id = person?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another colleague, or another turn, begins with nothing chosen
  useEffect(() => {
    setDay(null);
    setKind(null);
    setTried(false);
  }, [id, turns.length]);
  const chosen =
    day === null ? null : kind === OWN ? turnOf(day, own.from, own.to) : (usualTurns(day).find(({ key }) => key === kind) ?? null);
  const add = () => {
    setTried(true);
    if (chosen) onAdd({ from: chosen.from, to: chosen.to });
  };
  const choices = usualTurns(day ?? week.from).map(({ key, label }) => ({ value: key, label }));
  return (
    <Sheet
      open={person !== null}
      title={person?.name ?? ''}
      onClose={onClose}
      foot={mayEdit ? <Button text="排上这一班" block busy={busy} onTap={add} /> : undefined}
    >
      {turns.length === 0 ? (
        <View className="turns-sheet__none ink-2">
          {person?.shiftName ? `本周没有单独排班，按「${person.shiftName}」上班` : '本周没有排班'}
        </View>
      ) : null}
      {turns.map((turn) => (
        <View key={turn.id} className="turns-sheet__turn">
          <View className="grow">
            <View className="tabular">{sayStretch(turn)}</View>
            <View className="t-note ink-2">{isNight(turn) ? '夜班' : '白班'}</View>
          </View>
          {mayEdit && Date.parse(turn.toAt) > now ? (
            <Button text="取消这一班" kind="quiet" disabled={busy} onTap={() => onRemove(turn)} />
          ) : null}
        </View>
      ))}
      {mayEdit ? (
        <View className="turns-sheet__add">
          <Field label="排在哪天" error={tried && day === null ? '请选择日期' : null}>
            <ChipGroup
              chips={days.map(({ at, weekday, day: date }) => ({ value: String(at), label: `${weekday} ${date}` }))}
              chosen={day === null ? [] : [String(day)]}
              onChange={([at]) => setDay(at === undefined ? null : Number(at))}
            />
          </Field>
          <Field
            label="什么时间"
            hint="排了班的日子，以排班为准，不再按平时的班次"
            error={tried && !chosen ? '请选择时间，起止不能相同' : null}
          >
            <ChipGroup
              chips={[...choices, { value: OWN, label: '自定时间' }]}
              chosen={kind ? [kind] : []}
              onChange={([key]) => setKind(key ?? null)}
            />
            {kind === OWN ? (
              <View className="turns-sheet__own">
                <ClockPick label="从" value={own.from} onChange={(from) => setOwn((before) => ({ ...before, from }))} />
                <ClockPick label="到" value={own.to} onChange={(to) => setOwn((before) => ({ ...before, to }))} />
              </View>
            ) : null}
          </Field>
        </View>
      ) : null}
    </Sheet>
  );
}
