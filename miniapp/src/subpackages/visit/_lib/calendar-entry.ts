import type { MyViewing } from '@guihu/shared';
import type { CalendarEntry } from '@/platform/phone-calendar';
import { whatOf } from './viewing-words';

const ALARM_BEFORE_S = 2 * 3600;

/** What the phone's calendar is told about a visit. */
export function calendarEntryOf(viewing: MyViewing): CalendarEntry {
  const { host, number, address, startsAt, endsAt } = viewing;
  const who = host ? `接待：${host.name}${host.phone ? `，电话 ${host.phone}` : ''}` : null;
  return {
    title: whatOf(viewing),
    description: [who, `预约编号 ${number}`].filter(Boolean).join('\n'),
    location: address,
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    alarmBefore: ALARM_BEFORE_S,
  };
}
