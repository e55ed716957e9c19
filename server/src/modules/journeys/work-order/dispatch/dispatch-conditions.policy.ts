import { type DispatchConditions, WORK_ORDER_KIND_LABELS } from '@guihu/shared';
import { type ConditionCheck, checkTimeOfDay } from '../../../registers/choice';
import type { DispatchFacts } from './dispatch-facts';

/**
 * Every named condition, held against the order, in the order people read them (J3). An empty list names nothing. A category holds
 * for itself and everything below it. An order without a building is in none of those a rule names.
 */
export function checkDispatchConditions(when: DispatchConditions, { order, at }: Pick<DispatchFacts, 'order' | 'at'>): ConditionCheck[] {
  const checks: ConditionCheck[] = [];
  if (when.buildingIds?.length) checks.push(checkBuilding(when.buildingIds, order));
  if (when.categoryIds?.length) {
    const holds = when.categoryIds.some((id) => order.categoryPath.includes(id));
    checks.push({ holds, said: `问题类型「${order.categoryName}」` });
  }
  if (when.kinds?.length) checks.push({ holds: when.kinds.includes(order.kind), said: `类型「${WORK_ORDER_KIND_LABELS[order.kind]}」` });
  if (when.urgent !== undefined) {
    checks.push({ holds: when.urgent === order.urgent, said: `紧急程度「${order.urgent ? '紧急' : '普通'}」` });
  }
  return [...checks, ...checkTimeOfDay(when, at, '派单时间')];
}

function checkBuilding(wanted: readonly string[], { buildingId, buildingName }: DispatchFacts['order']): ConditionCheck {
  if (buildingId === null) return { holds: false, said: '未登记楼栋，' };
  return { holds: wanted.includes(buildingId), said: `楼栋「${buildingName}」` };
}
