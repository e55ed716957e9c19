import { type ColleagueView, ROLE_LABELS } from '@guihu/shared';

/** Roles that may serve a lead, as the server names them. */
const SERVING: readonly string[] = [ROLE_LABELS.agent, ROLE_LABELS.supervisor, ROLE_LABELS.manager];

/** Whom a lead can be handed to: serving colleagues without the present owner, those free first, the least busy on top. */
export function receivers(colleagues: readonly ColleagueView[], ownerId: string | undefined): ColleagueView[] {
  const load = (person: ColleagueView) => person.openLeads / Math.max(1, person.capacity);
  return colleagues
    .filter((person) => person.id !== ownerId && SERVING.includes(person.role))
    .sort((a, b) => Number(a.unavailable !== null) - Number(b.unavailable !== null) || load(a) - load(b));
}

/** `一组 · 在跟 12/60`, with what stands against them. */
export function colleagueNote({ role, teamName, openLeads, capacity, unavailable }: ColleagueView): string {
  const load = `在跟 ${openLeads}/${capacity}`;
  return [teamName ?? role, load, unavailable].filter(Boolean).join(' · ');
}
