import type { Me, StaffLeadSummary, TaskView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { DueSheet } from '@/components/due-sheet/due-sheet';
import { LeadRow } from '@/components/lead-row/lead-row';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { TaskRow } from '@/components/task-row/task-row';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { dayOf } from '../_lib/day';
import { hasVisits } from '../_lib/visits';
import { DayHead } from './day-head';
import { OrdersSection, useOrdersOfDay } from './orders-section';
import { useVisitsOfDay, ViewingsSection } from './viewings-section';
import './staff-todo.scss';

/** A colleague's leads and tasks of the day. Without the tasks the leads still tell what cannot wait. */
async function fetchDay() {
  const none = { items: [] as TaskView[] };
  const [leads, overdue, today] = await Promise.all([
    server.staffLeads.list({ view: 'urgent' }),
    server.tasks.list('overdue').catch(() => none),
    server.tasks.list('today').catch(() => none),
  ]);
  return { leads: leads.items, overdue: overdue.items, today: today.items };
}

/** Today at a glance: who waits for a yes, what is late, what today asks for. */
export function StaffTodo({ me }: { me: Me }) {
  const known = useResource('todo', fetchDay);
  const orders = useOrdersOfDay(me);
  const now = useNow();
  const visits = useVisitsOfDay(me, now);
  const [asked, setAsked] = useState<TaskView | null>(null);
  usePullRefresh(() => Promise.all([known.reload(), visits.reload()]));
  const leadRows = (leads: readonly StaffLeadSummary[]) =>
    leads.map((lead) => <LeadRow key={lead.id} lead={lead} now={now} onTap={() => go('lead', { id: lead.id })} />);
  const taskRows = (tasks: readonly TaskView[]) =>
    tasks.map((task) => (
      <TaskRow key={task.id} task={task} now={now} onTap={() => go('lead', { id: task.leadId })} onWhy={() => setAsked(task)} />
    ));
  return (
    <PageFrame
      of={known}
      now={now}
      skeleton={<Skeleton cards={3} lines={2} />}
      over={<DueSheet why={asked?.why ?? null} title={asked?.title ?? ''} now={now} onClose={() => setAsked(null)} />}
    >
      {(data) => {
        const day = dayOf(data, now);
        const late = day.overdueTasks.length + day.overdueLeads.length;
        const today = day.todayTasks.length + day.todayLeads.length;
        const quiet = day.offers.length + late + today === 0;
        const serving = orders.data && orders.data.orders.length > 0 ? orders.data : null;
        const receiving = visits.data && hasVisits(visits.data, now) ? visits.data : null;
        return (
          <>
            <DayHead me={me} offers={day.offers.length} late={late} today={today} now={now} />
            {receiving ? (
              <View className="staff-todo__visits">
                <ViewingsSection day={receiving} now={now} />
              </View>
            ) : null}
            {serving ? (
              <View className="staff-todo__orders">
                <OrdersSection day={serving} now={now} />
              </View>
            ) : null}
            {quiet ? (
              serving || receiving ? null : (
                <EmptyState
                  title="今天的事都做完了"
                  text="新线索和到期的跟进会排在这里"
                  action={{ text: '看看我的线索', onTap: () => go('leads') }}
                />
              )
            ) : (
              <View className="staff-todo">
                {day.offers.length > 0 ? (
                  <Section title={`待处理 ${day.offers.length}`}>
                    <Card flush>{leadRows(day.offers)}</Card>
                  </Section>
                ) : null}
                {late > 0 ? (
                  <Section title={`已超时 ${late}`}>
                    <Card flush>
                      {taskRows(day.overdueTasks)}
                      {leadRows(day.overdueLeads)}
                    </Card>
                  </Section>
                ) : null}
                {today > 0 ? (
                  <Section title={`今天 ${today}`}>
                    <Card flush>
                      {taskRows(day.todayTasks)}
                      {leadRows(day.todayLeads)}
                    </Card>
                  </Section>
                ) : null}
              </View>
            )}
          </>
        );
      }}
    </PageFrame>
  );
}
