import { type Me, permissionsOf, type StaffWorkOrderDetail, type WorkOrderDispatchView, warrantyVerdict } from '@guihu/shared';

const MINUTE_MS = 60_000;

/** An engineer who may do everything engineers may. */
export const engineer: Me = {
  accountId: 'a2',
  staffId: 's2',
  name: '马师傅',
  phoneMasked: '139****0008',
  roles: ['engineer'],
  permissions: permissionsOf(['engineer']),
  onDuty: true,
};

/** A dripping tap put before that engineer at `now`, epoch milliseconds, with two hours to accept it. */
export function askedOrder(now: number, over: Partial<StaffWorkOrderDetail> = {}): StaffWorkOrderDetail {
  const at = (minutes: number) => new Date(now + minutes * MINUTE_MS).toISOString();
  return {
    id: 'o1',
    number: 'YX261123-R2GKT6C',
    kind: 'repair',
    status: 'dispatched',
    statusLabel: '已派单',
    projectId: 'p1',
    homeLabel: '云溪府 1号楼 1203',
    buildingName: '1 号楼',
    categoryName: '龙头漏水',
    picture: 'tap',
    description: '厨房龙头关不紧一直滴水',
    urgent: false,
    severity: null,
    assignee: { id: 's2', name: '马师傅' },
    responsible: { id: 's2', name: '马师傅' },
    contractorName: null,
    escalation: 0,
    urges: 0,
    createdAt: at(0),
    preferredTime: null,
    urgency: { clock: 'accept', text: '待接单，还剩 2 小时', late: false, dueAt: at(120) },
    warranty: '质保内',
    reporter: { name: '陈玉兰', phoneMasked: '139****0003', role: '业主' },
    warrantyVerdict: warrantyVerdict('pipes-and-wires', '2025-06-18', '2026-11-23'),
    grade: null,
    photos: [],
    clocks: [
      {
        key: 'accept',
        name: '接单',
        startedAt: at(0),
        dueAt: at(120),
        warnAt: at(96),
        stoppedAt: null,
        pausedMinutes: 0,
        state: 'running',
        text: '还剩 2 小时',
        why: ['10:00–12:00 计 2 小时', '共计 2 小时，应在 12:00 前接单'],
      },
    ],
    timeline: [{ at: at(0), type: 'dispatched', text: '派给马师傅', by: null }],
    outcome: null,
    rating: null,
    revisits: [],
    why: '按「水管与洁具先派马师傅」（指派）派给马师傅',
    allowed: ['accept', 'return', 'transfer', 'revealPhone'],
    limits: ['还可转单 3 次'],
    ...over,
  };
}

/** The same order once the engineer has it. */
export const heldOrder = (now: number, over: Partial<StaffWorkOrderDetail> = {}): StaffWorkOrderDetail =>
  askedOrder(now, {
    status: 'accepted',
    statusLabel: '已接单',
    urgency: { clock: 'arrive', text: '待上门，还剩 4 小时', late: false, dueAt: new Date(now + 240 * MINUTE_MS).toISOString() },
    clocks: [],
    allowed: ['arrive', 'pause', 'finish', 'return', 'transfer', 'contract', 'revealPhone'],
    ...over,
  });

/** And once it is done. */
export const doneOrder = (now: number): StaffWorkOrderDetail =>
  heldOrder(now, {
    status: 'resolved',
    statusLabel: '待评价',
    urgency: { clock: null, text: '待评价', late: false, dueAt: null },
    outcome: { words: '已更换配件', parts: [], rootCause: null, correctiveAction: null, byContractor: null },
    allowed: ['revealPhone'],
    limits: [],
  });

export const dispatch: WorkOrderDispatchView = {
  workOrderId: 'o1',
  decisions: [
    {
      id: 'd1',
      decidedAt: '2026-11-23T02:00:00Z',
      round: 1,
      ruleSetVersion: 1,
      outcome: 'assigned',
      tier: 'on-duty',
      chosen: { id: 's2', name: '马师傅' },
      claimants: [],
      supervisor: null,
      rule: { id: 'water', name: '水管与洁具先派马师傅', mode: 'assign', modeName: '指派' },
      rulesTried: [
        { id: 'complaints', name: '投诉建议', matched: false, reason: '不是投诉或建议' },
        { id: 'water', name: '水管与洁具先派马师傅', matched: true, reason: '类别是水管与洁具' },
      ],
      candidates: [
        {
          staffId: 's2',
          name: '马师傅',
          chosen: true,
          claimant: false,
          dropped: null,
          openOrders: 2,
          capacity: 12,
          assignedToday: 1,
          dailyQuota: 20,
          weight: 1,
          assignedByRule: 4,
          clockStartsAt: null,
        },
      ],
      sentences: ['按「水管与洁具先派马师傅」（指派）派给马师傅'],
    },
  ],
};
