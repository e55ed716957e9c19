import type { TaskView } from '@guihu/shared';
import { useState } from 'react';
import type { TaskDue } from '@/api/tasks.api';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { DueSheet } from '@/components/due-sheet/due-sheet';
import { ListHead } from '@/components/list-head/list-head';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { TaskRow } from '@/components/task-row/task-row';
import { useNow } from '@/platform/clock';
import { useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server, useSession } from '@/session';
import { CompletionSheet } from './_components/completion-sheet';

const DUES: { value: TaskDue; label: string }[] = [
  { value: 'today', label: '今天' },
  { value: 'overdue', label: '逾期' },
  { value: 'upcoming', label: '即将' },
];
const EMPTY: Readonly<Record<TaskDue, { title: string; text: string }>> = {
  today: { title: '今天没有要做的事', text: '接单后，跟进计划会自动排在这里' },
  overdue: { title: '没有逾期的事', text: '按时联系客户，这里会一直空着' },
  upcoming: { title: '后面还没有安排', text: '接单或记跟进后，会排出下一次' },
};
const SCOPES = [
  { value: 'mine', label: '我的' },
  { value: 'team', label: '团队' },
];

/** What the follow-up plan asks for, and why by then. */
export default function TasksPage() {
  const asked = useParams<RouteParams['tasks']>();
  const { me } = useSession();
  const decides = me?.roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin') ?? false;
  const [due, setDue] = useState<TaskDue>(DUES.some(({ value }) => value === asked.due) ? (asked.due as TaskDue) : 'today');
  const [scope, setScope] = useState<'mine' | 'team' | null>(null);
  const looked = scope ?? (decides ? 'team' : 'mine');
  const tasks = usePagedResource(`tasks:${due}:${looked}`, (cursor) => server.tasks.list(due, { scope: looked, cursor }));
  const [why, setWhy] = useState<TaskView | null>(null);
  const [finishing, setFinishing] = useState<TaskView | null>(null);
  const now = useNow();
  usePullRefresh(tasks.reload);
  useEndReached(tasks.more);
  useLiveRefresh(tasks.reload, null);
  const mine = (task: TaskView) => looked === 'mine' || task.ownerName === me?.name;
  return (
    <PageFrame
      of={tasks}
      now={now}
      width="list"
      skeleton={<Skeleton cards={4} lines={2} />}
      empty={{ when: (items) => items.length === 0, ...EMPTY[due] }}
      head={
        <ListHead>
          <Segments items={DUES} chosen={due} onChange={(value) => setDue(value as TaskDue)} />
          {decides ? (
            <ChipGroup chips={SCOPES} chosen={[looked]} onChange={([value]) => value && setScope(value as 'mine' | 'team')} />
          ) : null}
        </ListHead>
      }
      over={
        <>
          <DueSheet why={why?.why ?? null} title={why?.title ?? ''} now={now} onClose={() => setWhy(null)} />
          <CompletionSheet task={finishing} onDone={tasks.reload} onClose={() => setFinishing(null)} />
        </>
      }
    >
      {(items) => (
        <Card flush>
          {items.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              now={now}
              withOwner={looked === 'team'}
              onTap={() => go('lead', { id: task.leadId })}
              onWhy={() => setWhy(task)}
              actions={
                mine(task) ? (
                  <>
                    <Button text="标记完成" kind="quiet" onTap={() => setFinishing(task)} />
                    <Button text="记跟进" kind="quiet" onTap={() => go('followUp', { id: task.leadId })} />
                  </>
                ) : null
              }
            />
          ))}
        </Card>
      )}
    </PageFrame>
  );
}
