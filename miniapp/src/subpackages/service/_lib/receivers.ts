import { type ColleagueView, ROLE_LABELS, type StaffWorkOrderSummary, type WorkOrderBoard } from '@guihu/shared';
import type { PersonChoice } from '@/components/person-pick/person-pick';

type OnBoard = WorkOrderBoard['people'][number];

/** Roles that go to homes, and those that answer complaints, as the server names them. */
const REPAIRING: readonly string[] = [ROLE_LABELS.engineer];
const ANSWERING: readonly string[] = [ROLE_LABELS.relations, ROLE_LABELS.supervisor, ROLE_LABELS.manager, ROLE_LABELS.engineer];

/**
 * Whom an order can be handed to: those who do such work, without the present holder, those at work and least busy first.
 * `board` tells how busy they are, for whoever may see it.
 */
export function orderReceivers(
  colleagues: readonly ColleagueView[],
  board: readonly OnBoard[],
  { assignee, kind }: Pick<StaffWorkOrderSummary, 'assignee' | 'kind'>,
): PersonChoice[] {
  const roles = kind === 'repair' ? REPAIRING : ANSWERING;
  const known = new Map(board.map((person) => [person.id, person]));
  const rank = ({ id, onDuty, role }: ColleagueView) => {
    const hands = known.get(id);
    const load = hands ? hands.open / Math.max(1, hands.capacity) : 0;
    return (onDuty ? 0 : 100) + roles.indexOf(role) * 10 + Math.min(9, load);
  };
  return colleagues
    .filter(({ id, role }) => id !== assignee?.id && roles.includes(role))
    .sort((a, b) => rank(a) - rank(b))
    .map((person) => ({ id: person.id, name: person.name, note: noteOf(person, known.get(person.id)), doubtful: !person.onDuty }));
}

/** `维保组 · 20:00 交班 · 手上 2/12 · 给排水、防水`. */
function noteOf({ teamName, role, onDuty }: ColleagueView, hands: OnBoard | undefined): string {
  const there = onDuty ? (hands?.shift ?? '在岗') : '已关闭接单';
  return [teamName ?? role, there, hands ? `手上 ${hands.open}/${hands.capacity}` : '', hands?.skills.join('、')]
    .filter(Boolean)
    .join(' · ');
}
