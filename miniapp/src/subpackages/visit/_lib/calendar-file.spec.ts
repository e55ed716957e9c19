import { calendarFileOf } from './calendar-file';
import { beijing, viewingAt } from './visit.fixture';

const viewing = viewingAt('2026-12-05 10:00', { address: '杭州市滨江区江晖路 1288 号, 地铁 1 号线; 东门', promise: '请带身份证\\复印件' });
const file = calendarFileOf(viewing, beijing('2026-12-01 08:00'));

it('puts the visit at its time in Greenwich, with a reminder two hours before', () => {
  expect(file).toContain('DTSTART:20261205T020000Z\r\nDTEND:20261205T030000Z\r\n');
  expect(file).toContain('TRIGGER:-PT120M');
  expect(file).toContain('DTSTAMP:20261201T000000Z');
});

it('keeps signs from breaking the file, and no line longer than a calendar reads', () => {
  const lines = file.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const whole = file.replace(/\r\n /g, '');
  expect(whole).toContain('LOCATION:杭州市滨江区江晖路 1288 号\\, 地铁 1 号线\\; 东门');
  expect(whole).toContain('请带身份证\\\\复印件\\n接待：林晓，电话 138 2000 1111\\n预约编号 KF261205-0001');
});

it('names the visit the same after its time was changed, so that the entry moves instead of doubling', () => {
  const uid = (text: string) => /UID:(.*)\r/.exec(text)?.[1];
  expect(uid(calendarFileOf({ ...viewing, startsAt: viewing.endsAt }, 0))).toBe(uid(file));
});
