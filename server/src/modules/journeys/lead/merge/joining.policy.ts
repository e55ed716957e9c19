import { LEAD_LEVELS, type LeadLevel, type LeadStatus } from '@guihu/shared';

export interface OpenLead {
  id: string;
  status: LeadStatus;
  level: LeadLevel;
  ownerId: string | null;
  createdAt: number;
  lastContactAt: number | null;
  nextFollowUpAt: number | null;
}

export interface Joining<L extends OpenLead> {
  stays: L;
  goes: L;
  /** The one that stays is served by nobody yet and the other one is: its colleague goes on. */
  servedByOther: boolean;
  level: LeadLevel;
  lastContactAt: number | null;
  nextFollowUpAt: number | null;
}

const LEVELS = Object.keys(LEAD_LEVELS) as LeadLevel[];

/** Two open leads of one person in one project: the earlier one stays, with its first source (A7) and whoever serves it. */
export function joinLeads<L extends OpenLead>(one: L, other: L): Joining<L> {
  const oneStays = one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
  const [stays, goes] = oneStays ? [one, other] : [other, one];
  return {
    stays,
    goes,
    servedByOther: stays.status !== 'accepted' && goes.status === 'accepted',
    level: LEVELS.indexOf(goes.level) > LEVELS.indexOf(stays.level) ? goes.level : stays.level,
    lastContactAt: pick(Math.max, stays.lastContactAt, goes.lastContactAt),
    // What was promised first is due first.
    nextFollowUpAt: pick(Math.min, stays.nextFollowUpAt, goes.nextFollowUpAt),
  };
}

function pick(by: (a: number, b: number) => number, one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return by(one, other);
}
