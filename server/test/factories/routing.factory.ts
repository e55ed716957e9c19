import type { RoutingRule } from '@guihu/shared';
import type { RoutingFacts } from '../../src/modules/journeys/lead/routing/routing.policy';
import type { CandidateFacts } from '../../src/modules/registers/choice';
import { MONDAY_TEN } from './choice.factory';

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
