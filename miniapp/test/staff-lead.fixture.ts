import type { LeadRoutingView, Me, StaffLeadDetail } from '@guihu/shared';
import { permissionsOf } from '@guihu/shared';

const MINUTE_MS = 60_000;

/** An agent who may do everything agents may. */
export const agent: Me = {
  accountId: 'a1',
  staffId: 's1',
  name: '林晓',
  phoneMasked: '139****0004',
  roles: ['agent'],
  permissions: permissionsOf(['agent']),
  onDuty: true,
};

/** A lead offered to that agent at `now`, epoch milliseconds, with a quarter of an hour to accept it. */
export function offeredLead(now: number, over: Partial<StaffLeadDetail> = {}): StaffLeadDetail {
  const at = (minutes: number) => new Date(now + minutes * MINUTE_MS).toISOString();
  return {
    id: 'l1',
    receiptNo: 'YX261123-0007',
    status: 'offered',
    projectId: 'p1',
    projectName: '云溪府',
    owner: { id: 's1', name: '林晓' },
    customer: { id: 'customer', name: '陈一诺', phoneMasked: '138****1111', gender: 'female' },
    source: { code: 'walk-in.visit', name: '售楼处到访', rootName: '自然到访' },
    intent: { productType: 'high-rise', areaMin: 89, areaMax: 120 },
    level: 'potential',
    createdAt: at(0),
    acceptedAt: null,
    lastContactAt: null,
    nextFollowUpAt: null,
    acceptBy: at(15),
    urgency: { text: '待接单，还剩 15 分钟', late: false, dueAt: at(15) },
    otherNumbers: [],
    portrait: [{ label: '姓名', value: '陈一诺', from: '售楼处到访' }],
    completeness: 71,
    missing: ['预算', '购房目的'],
    touches: [{ at: at(0), channelName: '售楼处到访', rootName: '自然到访', first: true, by: '唐宁', note: null }],
    timeline: [{ at: at(0), type: 'offered', text: '分配给林晓', by: null }],
    offers: [{ id: 'o1', staffId: 's1', staffName: '林晓', round: 1, offeredAt: at(0), dueAt: at(15), outcome: 'waiting', reason: null }],
    followUps: [],
    contactAllowed: true,
    why: '按「其余线索」分配给林晓',
    acceptByExplanation: {
      startAt: at(0),
      dueAt: at(15),
      rule: '15 个工作分钟',
      clock: '林晓的班次',
      counted: [{ from: at(0), to: at(15), minutes: 15, label: '早班' }],
      skipped: [],
      text: '从现在起计 15 个工作分钟：都在上班时间内',
    },
    allowed: ['reoffer', 'accept', 'transfer'],
    ...over,
  };
}

/** The same lead once it is served. */
export const servedLead = (now: number): StaffLeadDetail =>
  offeredLead(now, {
    status: 'accepted',
    acceptedAt: new Date(now).toISOString(),
    acceptBy: null,
    acceptByExplanation: null,
    urgency: { text: '待首次联系', late: false, dueAt: null },
    allowed: ['transfer', 'followUp', 'close'],
  });

export const routing: LeadRoutingView = {
  leadId: 'l1',
  decisions: [
    {
      id: 'd1',
      decidedAt: '2026-11-23T02:00:00Z',
      round: 1,
      ruleSetVersion: 1,
      outcome: 'offered',
      chosen: { id: 's1', name: '林晓' },
      rule: { id: 'rest', name: '其余线索', strategy: 'weighted', strategyName: '按权重' },
      rulesTried: [
        { id: 'low-rise', name: '洋房找擅长的顾问', matched: false, reason: '意向产品不在范围内' },
        { id: 'rest', name: '其余线索', matched: true, reason: '适用于所有线索' },
      ],
      candidates: [
        {
          staffId: 's1',
          name: '林晓',
          chosen: true,
          dropped: null,
          openLeads: 12,
          capacity: 60,
          assignedToday: 3,
          dailyQuota: 30,
          weight: 3,
          assignedByRule: 5,
          clockStartsAt: null,
        },
        {
          staffId: 's2',
          name: '赵一鸣',
          chosen: false,
          dropped: { code: 'no-shift', text: '现在不在班' },
          openLeads: 4,
          capacity: 60,
          assignedToday: 1,
          dailyQuota: 30,
          weight: 2,
          assignedByRule: 2,
          clockStartsAt: null,
        },
      ],
      sentences: ['意向产品不在范围内', '按「其余线索」分配给林晓'],
    },
  ],
};
