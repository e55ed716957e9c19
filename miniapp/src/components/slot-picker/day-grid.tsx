import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Tap } from '@/components/tap/tap';
import { BARS, type Day } from './slot-days';

interface Props {
  weeks: readonly Day[][];
  chosen: string | null;
  onChoose: (date: string) => void;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
/** Nobody plans a visit far ahead; the rest is one tap away. */
const WEEKS_AT_FIRST = 3;

/** A calendar for a thumb: under each day, as bars and in a word, how much room is left. */
export function DayGrid({ weeks, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, weeks.length - WEEKS_AT_FIRST);
  return (
    <View className="day-grid">
      <View className="day-grid__week">
        {WEEKDAYS.map((weekday) => (
          <View key={weekday} className="day-grid__weekday t-note ink-2">
            {weekday}
          </View>
        ))}
      </View>
      {weeks.slice(0, weeks.length - hidden).map((week) => (
        <View key={week[0]?.date} className="day-grid__week">
          {week.map((day) => (
            <DayCell key={day.date} day={day} on={day.date === chosen} onChoose={onChoose} />
          ))}
        </View>
      ))}
      {hidden > 0 ? <Button kind="quiet" text={`再看后面 ${hidden} 周`} block onTap={() => setAll(true)} /> : null}
    </View>
  );
}

function DayCell({ day, on, onChoose }: { day: Day; on: boolean; onChoose: (date: string) => void }) {
  const { date, label, state, bars, word, said } = day;
  const content = (
    <>
      <View className={`day-grid__number tabular ${label.length > 2 || label === '今天' ? 'day-grid__number--word' : ''}`}>{label}</View>
      {state === 'past' ? null : (
        <>
          <View className="day-grid__bars">
            {Array.from({ length: BARS }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing but places
              <View key={at} className={`day-grid__bar ${at < bars ? 'day-grid__bar--on' : ''}`} />
            ))}
          </View>
          <View className="day-grid__word tabular">{word}</View>
        </>
      )}
    </>
  );
  const classes = `day-grid__day day-grid__day--${state} ${on ? 'day-grid__day--on' : ''}`;
  if (state === 'past') return <View className={classes}>{content}</View>;
  return (
    <Tap className={classes} label={said} pressed={on} onTap={() => onChoose(date)}>
      {content}
    </Tap>
  );
}
