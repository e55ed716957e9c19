import type { LeadStatus, TaskView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { DueSheet } from '@/components/due-sheet/due-sheet';
import { Section } from '@/components/section/section';
import { TaskRow } from '@/components/task-row/task-row';

interface Props {
  status: LeadStatus;
  /** Null while unknown, or when they could not be read: then the rest of the page stands without them. */
  tasks: TaskView[] | null;
  now: number;
}

/** Steps of the follow-up plan, open ones first. */
export function TasksSection({ status, tasks, now }: Props) {
  const [asked, setAsked] = useState<TaskView | null>(null);
  if (!tasks || (tasks.length === 0 && status !== 'accepted')) return null;
  const open = tasks.filter((task) => task.status === 'open');
  const shown = [...open, ...tasks.filter((task) => task.status !== 'open')];
  return (
    <Section title="跟进计划" aside={open.length > 0 ? <View className="t-note ink-2">{`还有 ${open.length} 件`}</View> : null}>
      {shown.length === 0 ? (
        <Card>计划里的事都做完了</Card>
      ) : (
        <Card flush>
          {shown.map((task) => (
            <TaskRow key={task.id} task={task} now={now} withCustomer={false} withHint={task === open[0]} onWhy={() => setAsked(task)} />
          ))}
        </Card>
      )}
      <DueSheet why={asked?.why ?? null} title={asked?.title ?? ''} now={now} onClose={() => setAsked(null)} />
    </Section>
  );
}
