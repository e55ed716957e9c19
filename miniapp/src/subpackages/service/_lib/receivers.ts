import { type ColleagueView, ROLE_LABELS, type StaffWorkOrderSummary } from '@guihu/shared';
import type { PersonChoice } from '@/components/person-pick/person-pick';

/** Roles that go to homes, and those that answer complaints, as the server names them. */
const REPAIRING: readonly string[] = [ROLE_LABELS.engineer];
const ANSWERING: readonly string[] = [ROLE_LABELS.relations, ROLE_LABELS.supervisor, ROLE_LABELS.manager, ROLE_LABELS.engineer];

/** Whom an order can be handed to: those who do such work, without the present holder; those free first. */
export function orderReceivers(
  colleagues: readonly ColleagueView[],
  { assignee, kind }: Pick<StaffWorkOrderSummary, 'assignee' | 'kind'>,
): PersonChoice[] {
  const roles = kind === 'repair' ? REPAIRING : ANSWERING;
  return colleagues
    .filter(({ id, role }) => id !== assignee?.id && roles.includes(role))
    .sort((a, b) => Number(a.unavailable !== null) - Number(b.unavailable !== null) || roles.indexOf(a.role) - roles.indexOf(b.role))
    .map(({ id, name, role, teamName, unavailable }) => ({
      id,
      name,
      note: [teamName ?? role, unavailable].filter(Boolean).join(' · '),
      doubtful: unavailable !== null,
    }));
}
