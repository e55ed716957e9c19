import { beijingParts, type Me } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Tap } from '@/components/tap/tap';
import { go } from '@/platform/navigation';
import { may } from '@/session';

interface Props {
  me: Me;
  offers: number;
  late: number;
  today: number;
  /** Epoch milliseconds. */
  now: number;
}

const WEEKDAYS = '一二三四五六日';

/** `11月23日 周一` */
function sayDay(now: number): string {
  const { month, day, weekday } = beijingParts(now);
  return `${month}月${day}日 周${WEEKDAYS[weekday - 1]}`;
}

function greetingAt(now: number): string {
  const { hour } = beijingParts(now);
  if (hour < 5 || hour >= 18) return '晚上好';
  return hour < 12 ? '上午好' : '下午好';
}

/** The day in three figures, and the ways to the rest of the workbench. */
export function DayHead({ me, offers, late, today, now }: Props) {
  const figures = [
    { label: '待处理', count: offers, open: () => go('leads', { status: 'offered' }) },
    { label: '已超时', count: late, late: late > 0, open: () => go('tasks', { due: 'overdue' }) },
    { label: '今天', count: today, open: () => go('tasks', { due: 'today' }) },
  ];
  const decides = me.roles.includes('supervisor') || me.roles.includes('manager');
  return (
    <View className="day-head">
      <View className="t-title">{[me.name, greetingAt(now)].filter(Boolean).join('，')}</View>
      <View className="t-note ink-2">
        {`${sayDay(now)} · ${me.onDuty === false ? '你现在离岗，暂不分配新线索' : '有新线索会第一时间通知你'}`}
      </View>
      <View className="day-head__figures">
        {figures.map((figure) => (
          <Tap
            key={figure.label}
            className={`day-head__figure ${figure.late ? 'day-head__figure--late' : ''}`}
            label={`${figure.label} ${figure.count} 件`}
            onTap={figure.open}
          >
            <View className="t-figure">{figure.count}</View>
            <View className="t-note">{figure.label}</View>
          </Tap>
        ))}
      </View>
      <View className="day-head__ways">
        <Button text="全部线索" icon="list" kind="plain" onTap={() => go('leads')} />
        {may(me, 'lead.create') ? <Button text="到访登记" icon="door" kind="plain" onTap={() => go('entry')} /> : null}
        {decides ? <Button text="团队看板" icon="board" kind="plain" onTap={() => go('board')} /> : null}
      </View>
    </View>
  );
}
