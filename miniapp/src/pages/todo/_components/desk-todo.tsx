import type { Me } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { useNow } from '@/platform/clock';
import { go } from '@/platform/navigation';
import { may } from '@/session';
import { OrdersSection, useOrdersOfDay } from './orders-section';
import { PayoutCell } from './payout-cell';

/** Colleagues without a follow-up plan of their own: what they do all day, one tap away. */
export function DeskTodo({ me }: { me: Me }) {
  const orders = useOrdersOfDay(me);
  const now = useNow();
  const [enters, reads, pays] = [may(me, 'lead.create'), may(me, 'lead.read'), may(me, 'reward.pay')];
  if (!enters && !reads && !pays)
    return (
      <PageFrame>
        <EmptyState
          title="暂时没有要做的事"
          text="分给你的工作会排在这里，并通过微信通知你"
          action={{ text: '查看消息', onTap: () => go('messages') }}
        />
      </PageFrame>
    );
  return (
    <PageFrame>
      {orders.data ? <OrdersSection day={orders.data} now={now} /> : null}
      <Section title={`${me.name ?? '你好'}，今天先做什么`}>
        <CellGroup>
          {pays ? <PayoutCell /> : null}
          {enters ? <Cell icon="door" title="到访登记" note="到访、来电客户，20 秒登记" onTap={() => go('entry')} /> : null}
          {may(me, 'viewing.receive') ? (
            <>
              <Cell icon="calendar" title="今天的带看" note="谁来、几点、谁接待，扫码签到" onTap={() => go('staffViewings')} />
              <Cell icon="people" title="到访接待" note="没有预约的客户，登记并签到" onTap={() => go('walkIn')} />
            </>
          ) : null}
          {reads ? <Cell icon="list" title="线索" note="查看登记后由谁接待" onTap={() => go('leads')} /> : null}
          {may(me, 'work-order.read') ? <Cell icon="wrench" title="工单" note="报修、投诉和建议" onTap={() => go('staffOrders')} /> : null}
          {may(me, 'revisit.record') ? (
            <Cell icon="phone" title="回访" note="评价较低、投诉办结的业主" onTap={() => go('revisits')} />
          ) : null}
          <Cell icon="message" title="消息" onTap={() => go('messages')} />
        </CellGroup>
      </Section>
    </PageFrame>
  );
}
