import type { Me } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Cell, CellGroup } from '@/components/cell/cell';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { OrdersSection, useOrdersOfDay } from './orders-section';
import './service-todo.scss';

/** The day of somebody who goes to homes: what is in their hands, what may be claimed, what ends first on top. */
export function ServiceTodo({ me }: { me: Me }) {
  const day = useOrdersOfDay(me);
  const now = useNow();
  usePullRefresh(day.reload);
  return (
    <PageFrame of={day} now={now} skeleton={<Skeleton cards={4} lines={2} />}>
      {(data) => (
        <View className="service-todo">
          <View>
            <View className="t-title">{me.name ?? '你好'}</View>
            <View className="t-note ink-2">{me.onDuty === false ? '你现在离岗，暂不派单' : '有新工单会第一时间通知你'}</View>
          </View>
          {data.orders.length + data.claimable.length === 0 ? (
            <EmptyState
              title="手上没有工单"
              text="派给你的工单会按时限排在这里，并通过微信通知你"
              action={{ text: '看已完成的工单', onTap: () => go('staffOrders', { view: 'done' }) }}
            />
          ) : (
            <OrdersSection day={data} now={now} all />
          )}
          <Section title="工作台">
            <CellGroup>
              <Cell icon="calendar" title="排班" note="谁在什么时候值班" onTap={() => go('rota')} />
              <Cell icon="message" title="消息" onTap={() => go('messages')} />
            </CellGroup>
          </Section>
        </View>
      )}
    </PageFrame>
  );
}
