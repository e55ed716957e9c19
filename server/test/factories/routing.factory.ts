import type { RoutingRule } from '@guihu/shared';
import type { CandidateFacts, RoutingFacts } from '../../src/modules/journeys/lead/routing/routing.policy';

/** Monday 23 November 2026, 10:00 in Beijing. */
export const MONDAY_TEN = Date.parse('2026-11-23T10:00:00+08:00');
export const HOUR = 3_600_000;

/** A colleague at work who may take anything. */
export const colleague = (staffId: string, over: Partial<CandidateFacts> = {}): CandidateFacts => ({
  staffId,
  name: `顾问${staffId}`,
  teamId: 'team-1',
  active: true,
  onDuty: true,
  onLeave: false,
  clockStartsAt: MONDAY_TEN,
  inShift: true,
  openLeads: 10,
  capacity: 60,
  assignedToday: 3,
  dailyQuota: 20,
  skills: [],
  countsByRule: {},
  lastAssignedByRule: {},
  ...over,
});

export const rule = (over: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'r1',
  name: '全部线索',
  when: {},
  strategy: 'least-loaded',
  ...over,
});

export const facts = (
  candidates: CandidateFacts[],
  over: Omit<Partial<RoutingFacts>, 'lead'> & { lead?: Partial<RoutingFacts['lead']> } = {},
): RoutingFacts => ({
  at: MONDAY_TEN,
  excludedStaffIds: [],
  candidates,
  ...over,
  lead: {
    channelCode: 'mini-site',
    channelName: '官网小程序',
    channelRoot: 'online',
    intent: {},
    level: 'potential',
    previousOwnerId: null,
    enteredById: null,
    ...over.lead,
  },
});
