import { type Role, sayTime } from '@guihu/shared';
import { isWorking, nextWorkingInstant, type Schedule } from '../../../platform/working-time';

export interface Availability {
  roles: readonly Role[];
  onDuty: boolean;
  openLeads: number;
  capacity: number;
  schedule: Schedule | null;
}

/** Why this colleague cannot take a lead at `now`, the lasting reason first; null when they can. */
export function unavailability(person: Availability, now: number): string | null {
  if (!person.roles.some((role) => role === 'agent' || role === 'supervisor' || role === 'manager')) return '不负责线索跟进';
  if (!person.onDuty) return '已暂停接单';
  if (person.openLeads >= person.capacity) return `在跟线索已满（${person.openLeads}/${person.capacity}）`;
  if (!person.schedule) return '未排班';
  if (isWorking(person.schedule, now)) return null;
  const away = person.schedule.absences.find((a) => a.from <= now && now < a.to);
  const next = nextWorkingInstant(person.schedule, now);
  const back = next === null ? '' : `，${sayTime(next, now)} 上班`;
  return `${away ? `${away.label}中` : '不在班'}${back}`;
}
