import { beijingDate, HOME_ROLE_RIGHTS, type HomeInvitationRequest, type HomeRight } from '@guihu/shared';

type InvitedRole = HomeInvitationRequest['role'];

export interface InvitationForm {
  role: InvitedRole;
  may: readonly HomeRight[];
  /** `YYYY-MM-DD`; null for a tenancy without an end. */
  until: string | null;
}

export const invitationFor = (role: InvitedRole): InvitationForm => ({ role, may: HOME_ROLE_RIGHTS[role].usual, until: null });

/** Ticks or unticks a right, in the order of the list: the same ticks make the same request. */
export const withRight = (form: InvitationForm, right: HomeRight): InvitationForm => ({
  ...form,
  may: HOME_ROLE_RIGHTS[form.role].most.filter((known) => (known === right ? !form.may.includes(right) : form.may.includes(known))),
});

export const requestOf = ({ role, may, until }: InvitationForm): HomeInvitationRequest => ({
  role,
  may: [...may],
  ...(role === 'tenant' && until ? { until } : {}),
});

/** Usual ends of a tenancy, counted from today. */
export function usualEnds(now: number): { value: string; label: string }[] {
  return [
    { value: dayInMonths(now, 6), label: '半年' },
    { value: dayInMonths(now, 12), label: '一年' },
    { value: dayInMonths(now, 24), label: '两年' },
  ];
}

/** The same date so many months later, or the last day of that month where it has none. */
function dayInMonths(now: number, months: number): string {
  const [year, month, day] = beijingDate(now).split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
