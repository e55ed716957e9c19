import { arrivalRefusal, dayAround, endOf, formDueAt, ownArrivalRefusal, surveyAt } from './arrival.policy';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const QUIET = { from: '21:00', to: '08:30' };
const visit = { starts_at: at('2026-11-30 10:00'), ends_at: at('2026-11-30 11:00') };

describe('an arrival', () => {
  it('is welcome on the whole day of the visit, missed or not, and on no other', () => {
    for (const status of ['booked', 'no-show'] as const) {
      const refusal = (text: string) => arrivalRefusal({ ...visit, status }, at(text))?.code ?? null;
      expect(refusal('2026-11-29 23:59')).toBe('viewing.not-yet');
      expect(refusal('2026-11-30 00:00')).toBeNull();
      expect(refusal('2026-11-30 23:59')).toBeNull();
      expect(refusal('2026-12-01 00:00')).toBe('viewing.state-conflict');
    }
    for (const status of ['checked-in', 'completed', 'cancelled'] as const) {
      expect(arrivalRefusal({ ...visit, status }, at('2026-11-30 10:00'))?.code).toBe('viewing.state-conflict');
    }
  });

  it('by the code on the wall is believed from two hours before, and for the rest of the day', () => {
    const refusal = (text: string) => ownArrivalRefusal({ ...visit, status: 'booked' }, at(text))?.code ?? null;
    expect(['2026-11-30 00:01', '2026-11-30 07:59'].map(refusal)).toEqual(['viewing.not-yet', 'viewing.not-yet']);
    expect(['2026-11-30 08:00', '2026-11-30 10:30', '2026-11-30 23:59'].map(refusal)).toEqual([null, null, null]);
    expect(refusal('2026-12-01 00:00')).toBe('viewing.state-conflict');
  });

  it('late has the same time as one that is not', () => {
    expect(endOf(visit, at('2026-11-30 09:30'))).toBe(visit.ends_at);
    expect(endOf(visit, at('2026-11-30 10:20'))).toBe(at('2026-11-30 11:20'));
    expect(formDueAt(visit, visit.starts_at)).toBe(at('2026-11-30 11:05'));
  });

  it('is followed by a question at ten of the next day, also where ten is quiet', () => {
    expect(surveyAt(at('2026-11-30 00:05'), QUIET)).toBe(at('2026-12-01 10:00'));
    expect(surveyAt(at('2026-11-30 23:55'), QUIET)).toBe(at('2026-12-01 10:00'));
    expect(surveyAt(at('2026-12-31 16:00'), QUIET)).toBe(at('2027-01-01 10:00'));
    expect(surveyAt(at('2026-11-30 16:00'), { from: '21:00', to: '11:00' })).toBe(at('2026-12-01 11:00'));
  });

  it('belongs to a day of Beijing', () => {
    expect(dayAround(at('2026-11-30 00:00'))).toEqual({ from: at('2026-11-30 00:00'), to: at('2026-12-01 00:00') });
    expect(dayAround(at('2026-11-30 23:59')).from).toBe(at('2026-11-30 00:00'));
  });
});
