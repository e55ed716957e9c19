import type { TaskView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Deadline } from '@/components/deadline/deadline';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

async function fetchTasks() {
  const [overdue, today] = await Promise.all([server.tasks.list('overdue'), server.tasks.list('today')]);
  return { overdue: overdue.items, today: today.items };
}

/** A colleague's day: what is late first, then what today asks for. */
export function StaffTodo() {
  const tasks = useResource('todo', fetchTasks);
  const now = useNow();
  usePullRefresh(tasks.reload);
  const cards = (items: readonly TaskView[]) => (
    <View className="stack">
      {items.map((task) => (
        <Card key={task.id} label={`${task.customerName}，${task.title}`} onTap={() => go('lead', { id: task.leadId })}>
          <View className="row row--between">
            <View className="t-section one-line">{task.customerName}</View>
            <Deadline dueAt={Date.parse(task.dueAt)} now={now} />
          </View>
          <View className="t-note ink-2">{`${task.title} · ${task.projectName}`}</View>
        </Card>
      ))}
    </View>
  );
  return (
    <PageFrame
      of={tasks}
      now={now}
      empty={{
        when: ({ overdue, today }) => overdue.length + today.length === 0,
        title: '今天的事都做完了',
        text: '新线索和到期的跟进会排在这里',
        action: { text: '看看我的线索', onTap: () => go('leads') },
      }}
    >
      {({ overdue, today }) => (
        <View>
          {overdue.length > 0 ? <Section title={`已超时 ${overdue.length} 件`}>{cards(overdue)}</Section> : null}
          {today.length > 0 ? <Section title={`今天 ${today.length} 件`}>{cards(today)}</Section> : null}
        </View>
      )}
    </PageFrame>
  );
}
