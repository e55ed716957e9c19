import { EXTRA_INTEREST_STATUSES } from '@guihu/shared';
import { isOnShow, mayCall, ownersVerbs } from './extra.policy';

describe('an extra', () => {
  it('is on show from its first day to its last one, both included, while it is switched on', () => {
    const extra = { active: true, from: '2026-11-23', until: '2026-11-25' };
    expect(['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map((day) => isOnShow(extra, day))).toEqual([false, true, true, false]);
    expect(isOnShow({ ...extra, until: null }, '2030-01-01')).toBe(true);
    expect(isOnShow({ ...extra, active: false }, '2026-11-24')).toBe(false);
  });

  it('offers its owner one verb at most, and tells a number only while they wait for a call', () => {
    expect(ownersVerbs(null)).toEqual(['show']);
    expect(EXTRA_INTEREST_STATUSES.map(ownersVerbs)).toEqual([['withdraw'], ['withdraw'], [], ['show'], ['show']]);
    expect(EXTRA_INTEREST_STATUSES.map(mayCall)).toEqual([true, true, false, false, false]);
  });
});
