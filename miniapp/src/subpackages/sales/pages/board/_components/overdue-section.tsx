import type { TaskView } from '@guihu/shared';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { TaskRow } from '@/components/task-row/task-row';
import { go } from '@/platform/navigation';

interface Props {
  tasks: readonly TaskView[];
  now: number;
}

const MOST_SHOWN = 5;

/** Steps of the team's follow-up plans whose time has passed: a leader sees them before the customer complains. */
export function OverdueSection({ tasks, now }: Props) {
  if (tasks.length === 0) return null;
  return (
    <Section
      title="逾期的跟进任务"
      aside={<Button text={`全部 ${tasks.length} 件`} kind="quiet" onTap={() => go('tasks', { due: 'overdue' })} />}
    >
      <Card flush>
        {tasks.slice(0, MOST_SHOWN).map((task) => (
          <TaskRow key={task.id} task={task} now={now} withOwner withHint={false} onTap={() => go('lead', { id: task.leadId })} />
        ))}
      </Card>
    </Section>
  );
}
