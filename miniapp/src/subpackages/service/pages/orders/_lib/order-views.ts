import type { StaffOrderView } from '@/api/staff-orders.api';
import type { Segment } from '@/components/segments/segments';

const LABELS: Readonly<Record<StaffOrderView, string>> = { mine: '我的', claimable: '可抢', team: '团队', late: '超时', done: '已完成' };

/** Nothing to show, and what to do about it, view by view. */
export const EMPTY_VIEWS: Readonly<Record<StaffOrderView, { title: string; text: string }>> = {
  mine: { title: '手上没有工单', text: '派给你的工单会第一时间通知，并按时限排在这里' },
  claimable: { title: '没有可抢的工单', text: '开放抢单时会通知你，先接先得' },
  team: { title: '团队手上没有工单', text: '业主报修或投诉后会出现在这里' },
  late: { title: '没有超时的工单', text: '按时接单、上门、办结，这里会一直空着' },
  done: { title: '还没有完成的工单', text: '完成、关闭和取消的工单会收在这里' },
};

/** The views somebody has, the first one to begin with: who goes to homes begins with their own, who decides with the team. */
export function viewsFor(decides: boolean, serves: boolean): Segment[] {
  const keys: StaffOrderView[] = decides
    ? ['team', 'late', 'claimable', ...(serves ? (['mine'] as const) : []), 'done']
    : ['mine', 'claimable', 'done'];
  return keys.map((value) => ({ value, label: LABELS[value] }));
}

/** The view an address asks for, when there is such a view for this person; else the first one. */
export function viewAsked(asked: string | undefined, views: readonly Segment[]): StaffOrderView {
  return (views.find((view) => view.value === asked) ?? views[0])?.value as StaffOrderView;
}
