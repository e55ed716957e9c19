import type { Me } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { may } from '@/session';
import { DutyCell } from './duty-cell';
import { GrowthCells } from './growth-cells';

/** The way to the workbench; each colleague sees what they may open. */
export function StaffCells({ me }: { me: Me }) {
  const leads = me.roles.includes('manager') || me.roles.includes('supervisor');
  return (
    <View>
      <Section title="工作台">
        <CellGroup>
          {may(me, 'staff.duty') ? <DutyCell /> : null}
          {may(me, 'lead.read') ? <Cell icon="list" title="线索" note="按紧急程度排列" onTap={() => go('leads')} /> : null}
          {may(me, 'task.read') ? <Cell icon="bell" title="跟进任务" onTap={() => go('tasks')} /> : null}
          {may(me, 'lead.create') ? <Cell icon="door" title="到访登记" note="到访、来电客户，20 秒登记" onTap={() => go('entry')} /> : null}
          {leads ? <Cell icon="board" title="团队看板" note="谁在忙，什么超时了" onTap={() => go('board')} /> : null}
        </CellGroup>
      </Section>
      {may(me, 'viewing.read') ? (
        <Section title="带看接待">
          <CellGroup>
            <Cell icon="calendar" title="今天的带看" note="谁来、几点、谁接待" onTap={() => go('staffViewings')} />
            {may(me, 'viewing.receive') ? (
              <Cell icon="people" title="到访接待" note="没有预约的客户，登记并签到" onTap={() => go('walkIn')} />
            ) : null}
            {may(me, 'viewing-plan.edit') ? (
              <Cell icon="clock" title="开放时段" note="什么时候可约、每段几组" onTap={() => go('viewingPlans')} />
            ) : null}
            {may(me, 'site-rota.edit') ? (
              <Cell icon="people" title="现场排班" note="保洁、安保、样板间管家谁在" onTap={() => go('siteRota')} />
            ) : null}
            {may(me, 'viewing-report.read') ? (
              <Cell icon="board" title="带看报表" note="哪些时段人多，多少人成交" onTap={() => go('viewingReport')} />
            ) : null}
          </CellGroup>
        </Section>
      ) : null}
      <GrowthCells me={me} />
      {may(me, 'work-order.read') ? (
        <Section title="物业服务">
          <CellGroup>
            <Cell icon="wrench" title="工单" note="报修、投诉和建议，按时限排列" onTap={() => go('staffOrders')} />
            {may(me, 'work-order.assign') ? (
              <Cell icon="board" title="服务看板" note="哪里超时了，谁在忙" onTap={() => go('serviceBoard')} />
            ) : null}
            {may(me, 'revisit.record') ? (
              <Cell icon="phone" title="回访" note="评价较低、投诉办结的业主" onTap={() => go('revisits')} />
            ) : null}
            {may(me, 'rota.read') ? <Cell icon="calendar" title="排班" note="谁在什么时候值班" onTap={() => go('rota')} /> : null}
            {may(me, 'dispatch-rule.read') ? (
              <Cell icon="list" title="派单规则" note="派给谁、多久办完" onTap={() => go('dispatchRules')} />
            ) : null}
            {may(me, 'service-report.read') ? (
              <Cell icon="board" title="服务报表" note="报事类型、用时和满意率" onTap={() => go('serviceReport')} />
            ) : null}
          </CellGroup>
        </Section>
      ) : null}
    </View>
  );
}
