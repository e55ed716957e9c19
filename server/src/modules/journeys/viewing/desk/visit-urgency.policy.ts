import { allows, sayDuration, VIEWING_STATUS_LABELS, VIEWING_TRANSITIONS, type ViewingStatus, type ViewingVerb } from '@guihu/shared';
import { arrivalRefusal, endOf } from '../visit/arrival.policy';

interface Standing {
  status: ViewingStatus;
  /** Epoch ms, as the others. */
  starts_at: number;
  ends_at: number;
  checked_in_at: number | null;
  /** Null for a guest, of whom nobody writes how it went. */
  lead_id: string | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** `还有 25 分钟`, `已迟到 10 分钟`, `待填反馈`. */
export function urgencyOf(visit: Standing, now: number): { text: string; late: boolean } {
  const away = visit.starts_at - now;
  if (visit.status === 'booked') {
    if (away > DAY) return { text: VIEWING_STATUS_LABELS.booked, late: false };
    if (away > 0) return { text: `还有 ${sayDuration(Math.max(away, MINUTE))}`, late: false };
    return away > -MINUTE ? { text: '到时间了', late: false } : { text: `已迟到 ${sayDuration(-away)}`, late: true };
  }
  if (visit.status === 'checked-in') {
    const over = now >= endOf(visit, visit.checked_in_at ?? visit.starts_at);
    if (!over) return { text: '接待中', late: false };
    return visit.lead_id === null ? { text: VIEWING_STATUS_LABELS['checked-in'], late: false } : { text: '待填反馈', late: true };
  }
  return { text: VIEWING_STATUS_LABELS[visit.status], late: false };
}

/** What this colleague may be to a visit. */
export interface Standpoint {
  isHost: boolean;
  /** Leads the team or the project. */
  decides: boolean;
  mayReceive: boolean;
  mayAssign: boolean;
}

/** Verbs that this colleague may do now; the services ask the same. */
export function allowedTo(visit: Standing, who: Standpoint, now: number): ViewingVerb[] {
  const may: Partial<Record<ViewingVerb, boolean>> = {
    checkIn: who.mayReceive && arrivalRefusal(visit, now) === null,
    complete: who.mayReceive && (who.isHost || who.decides),
    miss: who.mayReceive && (who.isHost || who.decides) && now >= visit.starts_at,
    reschedule: who.mayReceive && (who.isHost || who.mayAssign) && now < visit.starts_at,
    rehost: who.mayAssign,
    cancel: who.mayReceive && (who.isHost || who.mayAssign),
  };
  return (Object.keys(may) as ViewingVerb[]).filter((verb) => may[verb] && allows(VIEWING_TRANSITIONS, visit.status, verb));
}
