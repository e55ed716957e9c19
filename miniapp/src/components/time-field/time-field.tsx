import { beijingClock, beijingDate, sayTime } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { ChipGroup } from '../chip-group/chip-group';
import { Field } from '../field/field';
import { Icon } from '../icon/icon';
import { atBeijing, type QuickTime } from './times';
import './time-field.scss';

interface Props {
  label: string;
  choices: readonly QuickTime[];
  /** Epoch milliseconds; null when nothing is chosen. */
  value: number | null;
  /** Said when nothing is chosen. */
  none: string;
  now: number;
  /** Whether days before today may be picked, or days after it. */
  past?: boolean;
  error?: string | null;
  onChange: (at: number | null) => void;
}

const DEFAULT_CLOCK = '10:00';

/** A time by one tap; any other by date and time of day. */
export function TimeField({ label, choices, value, none, now, past = false, error, onChange }: Props) {
  const today = beijingDate(now);
  const date = value === null ? today : beijingDate(value);
  const clock = value === null ? (past ? beijingClock(now) : DEFAULT_CLOCK) : beijingClock(value);
  const chosen = choices.find((choice) => choice.at === value);
  return (
    <Field label={label} error={error}>
      {choices.length > 0 ? (
        <ChipGroup
          chips={choices.map((choice) => ({ value: String(choice.at), label: choice.label }))}
          chosen={chosen ? [String(chosen.at)] : []}
          onChange={([at]) => onChange(at === undefined ? null : Number(at))}
        />
      ) : null}
      <View className="time-field">
        <View className="time-field__said grow">{value === null ? none : sayTime(value, now)}</View>
        <Picker
          mode="date"
          value={date}
          start={past ? undefined : today}
          end={past ? today : undefined}
          onChange={({ detail }) => onChange(atBeijing(detail.value, clock))}
        >
          <View className="time-field__pick" {...({ ariaLabel: `${label}：改日期` } as object)}>
            <Icon name="calendar" size={1} />
            改日期
          </View>
        </Picker>
        <Picker mode="time" value={clock} onChange={({ detail }) => onChange(atBeijing(date, detail.value))}>
          <View className="time-field__pick" {...({ ariaLabel: `${label}：改时刻` } as object)}>
            <Icon name="clock" size={1} />
            改时刻
          </View>
        </Picker>
      </View>
    </Field>
  );
}
