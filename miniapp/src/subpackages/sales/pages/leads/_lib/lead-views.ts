import type { LeadStatus, Permission } from '@guihu/shared';
import type { Segment } from '@/components/segments/segments';

export type LeadViewKey = 'urgent' | 'all' | Extract<LeadStatus, 'offered' | 'accepted' | 'escalated' | 'pooled' | 'closed'>;

const LABELS: Readonly<Record<LeadViewKey, string>> = {
  urgent: '紧急',
  offered: '待接单',
  accepted: '跟进中',
  escalated: '待指定',
  pooled: '公海',
  all: '全部',
  closed: '已关闭',
};

/** Nothing to show, and what to do about it, view by view. */
export const EMPTY_VIEWS: Readonly<Record<LeadViewKey, { title: string; text: string }>> = {
  urgent: { title: '手上没有等着的线索', text: '分配给你的新线索会第一时间通知，并排在这里' },
  offered: { title: '没有等待接单的线索', text: '新线索分配后需要在时限内接单' },
  accepted: { title: '没有跟进中的线索', text: '接单后的线索会排在这里' },
  escalated: { title: '没有等你指定的线索', text: '几次无人接单的线索会交给经理' },
  pooled: { title: '公海里没有线索', text: '无人负责的线索会放到这里，可以领取' },
  all: { title: '还没有线索', text: '有客户留下联系方式或到访登记后会出现在这里' },
  closed: { title: '没有已关闭的线索', text: '成交、流失或无效的线索会收在这里' },
};

interface Asking {
  permissions: readonly Permission[];
  /** Decides for others: sees what waits for a decision. */
  leads: boolean;
  /** Somebody else's leads are looked at: their urgent list is not ours to ask for. */
  ofOther: boolean;
}

/** The views somebody has, the first one to begin with: those who serve begin with what is urgent, a desk with everything. */
export function viewsFor({ permissions, leads, ofOther }: Asking): Segment[] {
  const serves = permissions.includes('lead.accept');
  const keys: LeadViewKey[] = ofOther
    ? ['all', 'offered', 'accepted', 'closed']
    : serves
      ? ['urgent', 'offered', 'accepted', ...(leads ? (['escalated'] as const) : []), 'pooled', 'all']
      : ['all', 'offered', 'accepted', 'pooled'];
  return keys.map((value) => ({ value, label: LABELS[value] }));
}

/** The view an address asks for, when there is such a view for this person; else the first one. */
export function viewAsked(asked: string | undefined, views: readonly Segment[]): LeadViewKey {
  return (views.find((view) => view.value === asked) ?? views[0])?.value as LeadViewKey;
}
