import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { may, useSession } from '@/session';
import { CustomerTodo } from './_components/customer-todo';
import { DeskTodo } from './_components/desk-todo';
import { ServiceTodo } from './_components/service-todo';
import { StaffTodo } from './_components/staff-todo';

/** What waits for me: tasks for colleagues, where my requests stand for customers. */
export default function TodoPage() {
  const { status, me } = useSession();
  if (status === 'unknown')
    return (
      <PageFrame>
        <Skeleton />
      </PageFrame>
    );
  if (me && may(me, 'task.read')) return <StaffTodo me={me} />;
  if (me && may(me, 'work-order.serve') && !may(me, 'lead.create')) return <ServiceTodo me={me} />;
  return me?.staffId ? <DeskTodo me={me} /> : <CustomerTodo />;
}
