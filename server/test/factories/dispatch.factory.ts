import type { DispatchRule } from '@guihu/shared';
import type { DispatchFacts } from '../../src/modules/journeys/work-order/dispatch/dispatch-facts';
import type { CandidateFacts } from '../../src/modules/registers/choice';
import { colleague, HOUR, MONDAY_TEN } from './choice.factory';

/** An engineer at work who may take anything. */
export const engineer = (staffId: string, over: Partial<CandidateFacts> = {}): CandidateFacts =>
  colleague(staffId, { name: `师傅${staffId}`, openItems: 1, capacity: 5, assignedToday: 1, dailyQuota: 8, ...over });

/** Off shift; begins so many hours later. */
export const atHome = (staffId: string, startsInHours: number, over: Partial<CandidateFacts> = {}): CandidateFacts =>
  engineer(staffId, { inShift: false, clockStartsAt: MONDAY_TEN + startsInHours * HOUR, ...over });

export const rule = (over: Partial<DispatchRule> = {}): DispatchRule => ({
  id: 'r1',
  name: '全部工单',
  when: {},
  group: {},
  mode: 'least-loaded',
  ...over,
});

export const leak: DispatchFacts['order'] = {
  kind: 'repair',
  buildingId: 'b3',
  buildingName: '3 栋',
  categoryPath: ['indoor', 'water', 'leak'],
  categoryName: '渗水漏水',
  urgent: false,
};

export const facts = (
  candidates: CandidateFacts[],
  { order, ...over }: Omit<Partial<DispatchFacts>, 'order'> & { order?: Partial<DispatchFacts['order']> } = {},
): DispatchFacts => ({
  at: MONDAY_TEN,
  excluded: [],
  candidates,
  supervisor: { id: 'sup', name: '王芳' },
  manager: { id: 'man', name: '李明' },
  ...over,
  order: { ...leak, ...order },
});
