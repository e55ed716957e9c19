import type { CandidateFacts } from '../../src/modules/registers/choice';

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
  openItems: 10,
  capacity: 60,
  assignedToday: 3,
  dailyQuota: 20,
  skills: [],
  countsByRule: {},
  lastAssignedByRule: {},
  ...over,
});
