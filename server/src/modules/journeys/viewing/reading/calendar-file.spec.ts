import fc from 'fast-check';
import { calendarFile } from './calendar-file';

const entry = {
  uid: 'v1@guihu',
  startsAt: Date.parse('2026-11-29T10:00:00+08:00'),
  endsAt: Date.parse('2026-11-29T11:00:00+08:00'),
  title: '云溪府 预约看房',
  place: '杭州市余杭区云溪路 188 号',
  words: '预约编号 YX261129-V7K3QFM，林晓接待',
  sequence: 1,
  cancelled: false,
  madeAt: Date.parse('2026-11-28T02:00:00Z'),
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '');

describe('a calendar file', () => {
  it('says when, where and what, in the words of RFC 5545', () => {
    const lines = unfolded(calendarFile(entry)).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('DTSTART:20261129T020000Z');
    expect(lines).toContain('DTEND:20261129T030000Z');
    expect(lines).toContain('SUMMARY:云溪府 预约看房');
    expect(lines).toContain('STATUS:CONFIRMED');
    expect(lines).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'BEGIN:VALARM']));
    expect(lines.at(-1)).toBe('');
  });

  it('takes a cancelled visit off the phone, and rings for nobody', () => {
    const lines = unfolded(calendarFile({ ...entry, cancelled: true, sequence: 2 })).split('\r\n');
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2', 'UID:v1@guihu']));
    expect(lines.join()).not.toContain('ALARM');
  });

  it('escapes what would end a value, and no line is longer than 75 octets', () => {
    expect(unfolded(calendarFile({ ...entry, title: 'a;b,c\\d\ne' }))).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne\r\n');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const file = calendarFile({ ...entry, words });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // Nothing that somebody wrote becomes a line of its own.
        expect(unfolded(file).trimEnd().split('\r\n')).toHaveLength(22);
      }),
    );
  });
});
