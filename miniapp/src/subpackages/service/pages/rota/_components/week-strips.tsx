import type { RotaView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';
import { DAY_MS, daysOf, type Week } from '@/components/week-switch/week';
import { sayStretch, stripsOf } from '../_lib/rota-week';

interface Props {
  rota: RotaView;
  week: Week;
  /** Epoch milliseconds. */
  now: number;
  onOpen: (staffId: string) => void;
}

/** A week as strips, one for each colleague: light by day, dark by night, with a line where it is now. */
export function WeekStrips({ rota, week, now, onOpen }: Props) {
  const days = daysOf(week);
  const nowAt = ((now - week.from) / (week.to - week.from)) * 100;
  const gaps = rota.gaps.map(({ fromAt, toAt }, at) => ({ id: String(at), staffId: 'gap', staffName: '', fromAt, toAt }));
  return (
    <View className="week-strips">
      <View className="week-strips__days">
        {days.map(({ at, weekday, day }) => (
          <View key={at} className={`week-strips__day t-small ${at <= now && now < at + DAY_MS ? 'week-strips__day--today' : ''}`}>
            <View>{weekday}</View>
            <View className="tabular">{day}</View>
          </View>
        ))}
      </View>
      <View className="week-strips__strip week-strips__strip--gaps">
        {stripsOf(gaps, 'gap', week).map(({ turn, left, width }) => (
          <View key={turn.id} className="week-strips__gap" style={{ left: `${left}%`, width: `${width}%` }} />
        ))}
      </View>
      {rota.people.map((person) => {
        const strips = stripsOf(rota.turns, person.id, week);
        const said = strips.map(({ turn, night }) => `${sayStretch(turn)}${night ? '夜班' : '白班'}`).join('，') || '本周没有排班';
        return (
          <Tap key={person.id} className="week-strips__person" label={`${person.name}：${said}`} onTap={() => onOpen(person.id)}>
            <View className="row row--between">
              <View className="week-strips__name">{person.name}</View>
              <View className="t-note ink-2 one-line">{[person.shiftName, person.skills.join('、')].filter(Boolean).join(' · ')}</View>
            </View>
            <View className="week-strips__strip">
              {days.slice(1).map(({ at }, index) => (
                <View key={at} className="week-strips__line" style={{ left: `${((index + 1) / 7) * 100}%` }} />
              ))}
              {strips.length === 0 ? (
                <View className="week-strips__usual t-small ink-2">{person.shiftName ? `按「${person.shiftName}」上班` : '没有排班'}</View>
              ) : null}
              {strips.map(({ turn, left, width, night }) => (
                <View
                  key={turn.id}
                  className={`week-strips__turn ${night ? 'week-strips__turn--night' : ''}`}
                  style={{ left: `${left}%`, width: `${width}%` }}
                />
              ))}
              {nowAt > 0 && nowAt < 100 ? <View className="week-strips__now" style={{ left: `${nowAt}%` }} /> : null}
            </View>
          </Tap>
        );
      })}
    </View>
  );
}
