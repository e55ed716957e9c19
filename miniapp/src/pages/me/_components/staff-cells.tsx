import type { Me } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { may } from '@/session';
import { DutyCell } from './duty-cell';

/** The way to the workbench; each colleague sees what they may open. */
export function StaffCells({ me }: { me: Me }) {
  const leads = me.roles.includes('manager') || me.roles.includes('supervisor');
  return (
    <Section title="工作台">
      <CellGroup>
        {may(me, 'staff.duty') ? <DutyCell /> : null}
        {may(me, 'lead.read') ? <Cell icon="list" title="线索" note="按紧急程度排列" onTap={() => go('leads')} /> : null}
        {may(me, 'task.read') ? <Cell icon="bell" title="跟进任务" onTap={() => go('tasks')} /> : null}
        {may(me, 'lead.create') ? <Cell icon="door" title="到访登记" note="到访、来电客户，20 秒登记" onTap={() => go('entry')} /> : null}
        {leads ? <Cell icon="board" title="团队看板" note="谁在忙，什么超时了" onTap={() => go('board')} /> : null}
        {may(me, 'service-report.read') ? (
          <Cell icon="board" title="服务报表" note="报事类型、用时和满意率" onTap={() => go('serviceReport')} />
        ) : null}
      </CellGroup>
    </Section>
  );
}
