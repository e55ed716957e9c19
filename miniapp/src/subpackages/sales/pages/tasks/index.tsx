import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';

export default function TasksPage() {
  const { due = 'today' } = useParams<RouteParams['tasks']>();
  const tasks = usePagedResource(`tasks:${due}`, (cursor) => server.tasks.list(due, { cursor }));
  usePullRefresh(tasks.reload);
  return (
    <PageFrame
      of={tasks}
      width="desk"
      empty={{ when: (items) => items.length === 0, title: '没有要做的事', text: '接单后，跟进计划会自动排在这里' }}
    >
      {(items) => (
        <CellGroup>
          {items.map((task) => (
            <Cell
              key={task.id}
              title={`${task.customerName} · ${task.title}`}
              note={task.deadline.text}
              onTap={() => go('lead', { id: task.leadId })}
            />
          ))}
        </CellGroup>
      )}
    </PageFrame>
  );
}
