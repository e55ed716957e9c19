import { statutoryCalendar } from './statutory-calendar';
import { type OverlayOptions, overlay } from './working-calendar';

const office = (options: Partial<OverlayOptions>) =>
  overlay(statutoryCalendar, { key: 'office', name: '办公室', days: new Map(), ...options });

const SATURDAY = '2026-11-21';
const WEDNESDAY = '2026-11-25';
const HOLIDAY_THURSDAY = '2026-10-01';
const HOLIDAY_SATURDAY = '2026-10-03';
const ADJUSTED_SATURDAY = '2026-10-10';

describe('an office calendar over the statutory one', () => {
  it('is the statutory one while it says nothing of its own', () => {
    for (const date of [SATURDAY, WEDNESDAY, HOLIDAY_THURSDAY, ADJUSTED_SATURDAY]) {
      expect(office({}).day(date)).toEqual(statutoryCalendar.day(date));
    }
  });

  it('works at weekends when told to, but not on holidays', () => {
    const open = office({ weekendsWork: true });
    expect(open.day(SATURDAY)).toMatchObject({ working: true, reason: '周末照常上班' });
    expect(open.day(HOLIDAY_SATURDAY)).toMatchObject({ working: false, reason: '国庆节' });
  });

  it('works on holidays when told to; on those that fall on a weekend only when it also works at weekends', () => {
    const open = office({ holidaysWork: true });
    expect(open.day(HOLIDAY_THURSDAY)).toMatchObject({ working: true, reason: '国庆节照常上班' });
    expect(open.day(HOLIDAY_SATURDAY).working).toBe(false);
    expect(open.day(SATURDAY)).toMatchObject({ working: false, reason: '周末' });
    expect(office({ holidaysWork: true, weekendsWork: true }).day(HOLIDAY_SATURDAY).working).toBe(true);
  });

  it('always works on an adjusted working day, unless a row says otherwise', () => {
    expect(office({}).day(ADJUSTED_SATURDAY)).toMatchObject({ working: true, reason: '调休上班' });
    const row = new Map([[ADJUSTED_SATURDAY, { working: false, note: '统一体检' }]]);
    expect(office({ weekendsWork: true, days: row }).day(ADJUSTED_SATURDAY)).toMatchObject({ working: false, reason: '统一体检' });
  });

  it('lets its rows win over everything, with their note as the reason', () => {
    const days = new Map([
      [HOLIDAY_THURSDAY, { working: true, note: '假期值守' }],
      [WEDNESDAY, { working: false, note: '' }],
      [SATURDAY, { working: true, note: '' }],
    ]);
    const open = office({ holidaysWork: true, days });
    expect(open.day(HOLIDAY_THURSDAY)).toMatchObject({ working: true, reason: '假期值守' });
    expect(open.day(WEDNESDAY)).toMatchObject({ working: false, reason: '指定休息' });
    expect(open.day(SATURDAY)).toMatchObject({ working: true, reason: '指定上班' });
  });

  it('can stand on another one, whose closed days stay closed', () => {
    const below = office({ days: new Map([[WEDNESDAY, { working: false, note: '停电' }]]) });
    const above = overlay(below, { key: 'above', name: '上层', weekendsWork: true, holidaysWork: true, days: new Map() });
    expect(above.day(WEDNESDAY)).toMatchObject({ working: false, reason: '停电' });
    expect(above.day(SATURDAY).working).toBe(true);
  });

  it('reads a plain calendar that names no kinds by its weekdays', () => {
    const plain = { key: 'plain', name: '休', day: () => ({ working: false, reason: '休' }) };
    const open = overlay(plain, { key: 'o', name: 'o', weekendsWork: true, days: new Map() });
    expect(open.day(SATURDAY).working).toBe(true);
    expect(open.day(WEDNESDAY).working).toBe(false);
  });

  it('keeps its rows when the map it was made of changes', () => {
    const days = new Map([[WEDNESDAY, { working: false, note: '停电' }]]);
    const open = office({ days });
    days.clear();
    expect(open.day(WEDNESDAY).working).toBe(false);
  });
});
