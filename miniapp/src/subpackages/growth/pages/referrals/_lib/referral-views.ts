import { REFERRAL_STATUS_LABELS, REFERRAL_STATUSES, type ReferralStatus } from '@guihu/shared';
import type { StaffReferralQuery } from '@/api/staff-referrals.api';
import type { Segment } from '@/components/segments/segments';

export type ReferralListView = 'all' | 'flagged' | 'appealed';

export const VIEWS: readonly (Segment & { value: ReferralListView })[] = [
  { value: 'all', label: '全部' },
  { value: 'flagged', label: '有疑点' },
  { value: 'appealed', label: '申诉中' },
];

export const STATUS_CHIPS = REFERRAL_STATUSES.map((value) => ({ value, label: REFERRAL_STATUS_LABELS[value] }));

export const EMPTY: Readonly<Record<ReferralListView, { title: string; text: string }>> = {
  all: { title: '还没有推荐', text: '业主分享名片、报备好友后，会出现在这里' },
  flagged: { title: '没有要核实的疑点', text: '同一微信登记过多、号码连号等会提示在这里，由人来判断' },
  appealed: { title: '没有待复核的申诉', text: '推荐人或同事对结果有异议时，会出现在这里' },
};

/** The view an address asks for, when there is one of that name. */
export const viewAsked = (asked: string | undefined): ReferralListView => VIEWS.find(({ value }) => value === asked)?.value ?? 'all';

/** What the server is asked for; a state narrows the whole list only. */
export function queryOf(view: ReferralListView, status: ReferralStatus | null): StaffReferralQuery {
  if (view !== 'all') return { view };
  return status ? { status } : {};
}
