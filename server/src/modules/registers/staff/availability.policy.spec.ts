import { makeShift, type Schedule, statutoryCalendar } from '../../../platform/working-time';
import { type Availability, unavailability } from './availability.policy';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2026-11-23T10:00');
const week = Object.fromEntries([1, 2, 3, 4, 5].map((d) => [d, [{ from: '09:00', to: '18:00' }]]));
const schedule: Schedule = { name: '林晓的班次', calendar: statutoryCalendar, shift: makeShift('早班', week), absences: [] };
const lin = (change: Partial<Availability> = {}): Availability => ({
  roles: ['agent'],
  onDuty: true,
  openLeads: 59,
  capacity: 60,
  schedule,
  ...change,
});

describe('whether a colleague can take a lead now', () => {
  it('says nothing against one at work with room for one more', () => {
    expect(unavailability(lin(), now)).toBeNull();
  });

  it.each([
    ['a full plate', lin({ openLeads: 60 }), '在跟线索已满（60/60）'],
    ['the switch', lin({ onDuty: false, openLeads: 60 }), '已暂停接单'],
    ['no shift', lin({ schedule: null }), '未排班'],
    ['another trade', lin({ roles: ['engineer'] }), '不负责线索跟进'],
    [
      'a leave',
      lin({ schedule: { ...schedule, absences: [{ from: now, to: at('2026-11-24T12:00'), label: '请假' }] } }),
      '请假中，明天 12:00 上班',
    ],
  ])('names %s', (_, person, sentence) => {
    expect(unavailability(person, now)).toBe(sentence);
  });

  it('says when work goes on', () => {
    expect(unavailability(lin(), at('2026-11-23T18:00'))).toBe('不在班，明天 09:00 上班');
  });
});
