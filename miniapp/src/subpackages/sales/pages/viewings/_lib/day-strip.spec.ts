import type { StaffViewing } from '@guihu/shared';
import fc from 'fast-check';
import { dayStrip, nowLine, stateOf } from './day-strip';
import { LANE_PX, rowSvg } from './strip-svg';

const DAY = '2026-11-29';
const at = (clock: string) => new Date(Date.parse(`${DAY}T${clock}:00Z`) - 8 * 3_600_000).toISOString();
const NOW = Date.parse(at('10:20'));
const MINUTE = 60_000;

function visit(id: string, from: string, to: string, over: Partial<StaffViewing> = {}): StaffViewing {
  const [startsAt, endsAt] = [at(from), at(to)];
  return {
    id,
    number: id,
    status: 'booked',
    kind: 'viewing',
    projectId: 'p',
    projectName: '云溪府',
    startsAt,
    endsAt,
    takenFrom: new Date(Date.parse(startsAt) - 10 * MINUTE).toISOString(),
    takenUntil: new Date(Date.parse(endsAt) + 10 * MINUTE).toISOString(),
    partySize: 1,
    customer: { name: `客户${id}`, phoneMasked: '138****0000', level: null },
    host: { id: 'lin', name: '林晓' },
    leadId: null,
    leadOpen: false,
    note: null,
    urgency: { text: '', late: false },
    warnings: [],
    allowed: [],
    ...over,
  };
}

it('puts each visit at its hour, one row for each host, with the buffers around it', () => {
  const strip = dayStrip([visit('a', '10:00', '11:00'), visit('b', '14:00', '15:00', { host: { id: 'song', name: '宋扬' } })], {
    day: DAY,
    now: NOW,
  });
  expect(strip.hours[0]?.label).toBe('09:00');
  expect(strip.hours.at(-1)?.label).toBe('18:00');
  expect(strip.rows.map(({ hostName, count }) => [hostName, count])).toEqual([
    ['林晓', '1 组'],
    ['宋扬', '1 组'],
  ]);
  const [block] = strip.rows[0]?.blocks ?? [];
  expect(block).toMatchObject({ left: strip.hourPx, width: strip.hourPx, state: 'late', said: '迟到' });
  expect(block?.takenLeft).toBeCloseTo(strip.hourPx * (5 / 6));
  expect(nowLine(strip, NOW)).toBeCloseTo(strip.hourPx * (4 / 3));
  expect(nowLine(strip, NOW + 24 * 60 * MINUTE)).toBeNull();
});

it('makes room for early and late visits, and for short ones', () => {
  const strip = dayStrip([visit('early', '08:15', '08:45'), visit('late', '19:30', '20:30')], { day: DAY, now: NOW });
  expect([strip.hours[0]?.label, strip.hours.at(-1)?.label]).toEqual(['08:00', '21:00']);
  expect(strip.rows[0]?.blocks[0]?.width).toBeGreaterThanOrEqual(48);
});

it('fills the room of a desk, and is scrolled where there is too little', () => {
  const visits = [visit('a', '10:00', '11:00')];
  expect(dayStrip(visits, { day: DAY, now: NOW, room: 1200 }).width).toBeGreaterThan(1180);
  expect(dayStrip(visits, { day: DAY, now: NOW, room: 300 }).width).toBe(dayStrip(visits, { day: DAY, now: NOW }).width);
});

it('draws an event as one block that says how many came, and nothing that was cancelled', () => {
  const event = { kind: 'site-open-day' as const };
  const strip = dayStrip(
    [
      visit('a', '10:00', '12:00', { ...event, status: 'checked-in' }),
      visit('b', '10:00', '12:00', event),
      visit('c', '10:00', '12:00', event),
      visit('d', '13:00', '14:00', { status: 'cancelled' }),
    ],
    { day: DAY, now: NOW },
  );
  expect(strip.rows[0]?.blocks).toHaveLength(1);
  expect(strip.rows[0]?.blocks[0]).toMatchObject({ name: '工地开放日', said: '到 1/3 组', state: 'late' });
});

it('puts my own row on top, and whoever has no host yet has a row of its own', () => {
  const strip = dayStrip([visit('a', '09:00', '10:00', { host: null }), visit('b', '15:00', '16:00', { host: { id: 'me', name: '我' } })], {
    day: DAY,
    now: NOW,
    mine: 'me',
  });
  expect(strip.rows.map(({ hostName }) => hostName)).toEqual(['我', '待安排']);
});

it('says how a visit stands without colour', () => {
  expect(stateOf(visit('a', '10:00', '11:00', { status: 'checked-in' }), NOW)).toBe('here');
  const over = { status: 'checked-in' as const, urgency: { text: '待填反馈', late: true } };
  expect(stateOf(visit('a', '09:00', '10:00', over), NOW)).toBe('owed');
  expect(stateOf(visit('a', '09:00', '10:00', { status: 'no-show' }), NOW)).toBe('missed');
});

it('never lays two blocks of a lane over each other, and draws every one inside the strip', () => {
  const visits = fc.array(fc.tuple(fc.integer({ min: 8 * 60, max: 19 * 60 }), fc.integer({ min: 20, max: 180 })), {
    minLength: 1,
    maxLength: 12,
  });
  const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(visits, (times) => {
      const strip = dayStrip(
        times.map(([from, length], index) => visit(String(index), clock(from), clock(from + length))),
        { day: DAY, now: NOW },
      );
      const row = strip.rows[0];
      if (!row) throw new Error('there is a row');
      for (const one of row.blocks) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.left + one.width).toBeLessThanOrEqual(strip.width + 0.01);
        for (const other of row.blocks)
          if (other !== one && other.lane === one.lane)
            expect(other.left >= one.left + one.width - 0.01 || one.left >= other.left + other.width - 0.01).toBe(true);
      }
      expect(rowSvg(strip, row)).toContain(`height="${row.lanes * LANE_PX}"`);
      expect(row.blocks.flatMap(({ visits: held }) => held)).toHaveLength(times.length);
    }),
  );
});
