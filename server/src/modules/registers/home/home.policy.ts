import { beijingDate, HOME_ROLE_RIGHTS, type HomeRight, type HomeRole, startOfBeijingDate } from '@guihu/shared';
import { coded, refusedField } from '../../../platform/http/coded-error';

const DAY_MS = 24 * 60 * 60_000;

/** Whoever tries more doors than this within the window waits for it to pass. */
export const CLAIMS = { most: 5, windowMs: 10 * 60_000 } as const;
export const INVITATION_MS = 7 * DAY_MS;
/** 《民法典》第七百零五条: what is agreed beyond twenty years does not stand. */
const LONGEST_TENANCY_YEARS = 20;

/** The day as it was written when there is such a day (`2026-02-30` is none), else null. */
export function civilDay(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = startOfBeijingDate(text);
  return Number.isFinite(instant) && beijingDate(instant) === text ? text : null;
}

/** The last civil day before an instant at which something is over. */
export const lastDayOf = (untilAt: number | null): string | null => (untilAt === null ? null : beijingDate(untilAt - 1));

/**
 * What an invited person may do: what was asked for, else what the role usually may and the inviter has.
 * @throws CodedError `home.right-not-held` for a right that the inviter has not, or that the role is never given
 */
export function rightsToGive(inviter: { may: readonly HomeRight[] }, role: HomeRole, asked?: readonly HomeRight[]): HomeRight[] {
  const { usual, most } = HOME_ROLE_RIGHTS[role];
  const givable = most.filter((right) => inviter.may.includes(right));
  if (asked === undefined) return usual.filter((right) => givable.includes(right));
  if (asked.some((right) => !givable.includes(right))) throw coded('home.right-not-held');
  return givable.filter((right) => asked.includes(right));
}

/**
 * The instant at which a tenancy is over: the end of its last day in Beijing. Null where no end was agreed.
 * @throws CodedError `request.invalid` for a day that is none, is past, lies too far ahead, or is given for somebody who is no tenant
 */
export function tenancyEnd(role: HomeRole, until: string | undefined, now: number): number | null {
  if (until === undefined) return null;
  const refuse = (message: string) => refusedField('request.invalid', 'until', 'until', message);
  if (role !== 'tenant') throw refuse('只有租户需要填写到期日');
  if (civilDay(until) === null) throw refuse('请填写正确的到期日');
  const today = beijingDate(now);
  if (until < today) throw refuse('到期日不能早于今天');
  const [year, rest] = [Number(today.slice(0, 4)) + LONGEST_TENANCY_YEARS, today.slice(4)];
  if (until > `${year}${rest}`) throw refuse(`租期不能超过 ${LONGEST_TENANCY_YEARS} 年`);
  return startOfBeijingDate(until) + DAY_MS;
}

export interface InvitationFacts {
  /** Null while the inviter is somebody of the home. */
  inviterEndedAt: number | null;
  usedAt: number | null;
  revokedAt: number | null;
  expiresAt: number;
  untilAt: number | null;
}

/** Why an invitation opens nothing any more, as a sentence; null while it is good. */
export function invitationFault(facts: InvitationFacts, now: number): string | null {
  if (facts.usedAt !== null) return '这份邀请已被使用，一份邀请只能用一次';
  if (facts.revokedAt !== null || facts.inviterEndedAt !== null) return '这份邀请已被收回';
  if (facts.expiresAt <= now) return '这份邀请已超过 7 天有效期';
  if (facts.untilAt !== null && facts.untilAt <= now) return '这份邀请的租期已经结束';
  return null;
}
