import type { MyViewing } from '@guihu/shared';
import type { CalendarEntry } from '@/platform/phone-calendar';
import { whatOf } from './viewing-words';

const ALARM_BEFORE_S = 2 * 3600;
/** RFC 5545 folds lines longer than this many bytes. */
const LINE_BYTES = 75;

/** What the phone's calendar is told about a visit. */
export function calendarEntryOf(viewing: MyViewing): CalendarEntry {
  const { host, number, promise } = viewing;
  const who = host ? `接待：${host.name}${host.phone ? `，电话 ${host.phone}` : ''}` : '';
  return {
    title: whatOf(viewing),
    description: [promise, who, `预约编号 ${number}`].filter(Boolean).join('\n'),
    location: viewing.address,
    startsAt: Date.parse(viewing.startsAt),
    endsAt: Date.parse(viewing.endsAt),
    alarmBefore: ALARM_BEFORE_S,
  };
}

/** The same as a file that every calendar opens (RFC 5545). The same visit keeps its name, so that a changed time replaces the old one. */
export function calendarFileOf(viewing: MyViewing, now: number): string {
  const entry = calendarEntryOf(viewing);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guihu//Viewing//ZH',
    'BEGIN:VEVENT',
    `UID:${viewing.id}@guihu`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.location)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(entry.title)}`,
    `TRIGGER:-PT${entry.alarmBefore / 60}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

/** `20261205T020000Z` */
const stamp = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** A long line goes on after a space; no character is cut in two. */
function folded(line: string): string[] {
  const parts = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = encodeURIComponent(letter).replace(/%../g, '.').length;
    if (bytes + size > LINE_BYTES) {
      parts.push(' ');
      bytes = 1;
    }
    parts[parts.length - 1] += letter;
    bytes += size;
  }
  return parts;
}
